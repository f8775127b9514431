#!/usr/bin/env python3
"""Compares `ecslint cost` with a second implementation of its specification, to the cent.

usage: run.py --ecslint BINARY [--questions 200] [--seed 1] [--only NUMBER] [--shown 20]

Draws questions from flags and from templates (CloudFormation and Terraform) by a seed. What the answers have to be is worked
out here from the specification and the tables of catalog/ alone, with whole numbers and decimals: nothing of the program is
used. Ends with 1 when an answer differs. The same seed draws the same questions; `--only 17` asks one of them again and leaves
its files in a folder that it names.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.dont_write_bytecode = True

import flags  # noqa: E402
import templates  # noqa: E402
from catalog import Catalog  # noqa: E402

CENT = Decimal("0.005")


def draw(number, seed, catalog):
    source = random.Random(f"{seed}/{number}")
    return source.choice([flags.named_type, flags.named_type, flags.ranking, templates.question, templates.question])(source, catalog)


def find(document, path):
    for part in path.split("."):
        if isinstance(document, list):
            document = document[int(part)] if int(part) < len(document) else None
        else:
            document = document.get(part) if isinstance(document, dict) else None
    return document


def same(expected, found):
    if expected is None or found is None:
        return expected is None and found is None
    return abs(Decimal(str(found)) - expected) < CENT if isinstance(expected, Decimal) else expected == found


def ask(question, binary, folder):
    """Faults as (what, expected, found)."""
    for name, text in question.files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    run = subprocess.run(
        [binary] + question.arguments + ["--format", "json"], cwd=folder, capture_output=True, timeout=60,
        env={"PATH": os.environ["PATH"], "HOME": folder})
    faults = []
    if question.exit is not None and run.returncode != question.exit:
        faults.append(("exit status", question.exit, run.returncode))
    if run.returncode not in (0, 1, 2):
        return [("crash", 0, run.returncode)]
    try:
        answer = json.loads(run.stdout, parse_float=Decimal) if run.stdout.strip() else None
    except ValueError:
        return [("no JSON", "", run.stdout[:100])]
    if answer is None:
        wanted = {path: value for path, value in question.expected.items() if value is not None}
        return faults + ([("no answer", wanted, run.stderr.decode()[:200])] if wanted else [])
    for path, value in question.expected.items():
        if not same(value, find(answer, path)):
            faults.append((path, value, find(answer, path)))
    return faults + (question.check(answer) if question.check else [])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ecslint", required=True)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--only", type=int)
    parser.add_argument("--shown", type=int, default=20)
    options = parser.parse_args()
    catalog = Catalog(os.path.join(HERE, "..", "..", "catalog"))
    binary = os.path.abspath(options.ecslint)
    kinds, shown, wrong = Counter(), 0, 0

    def judge(number):
        question = draw(number, options.seed, catalog)
        if options.only is not None:
            return number, question, ask(question, binary, tempfile.mkdtemp())
        with tempfile.TemporaryDirectory() as folder:
            return number, question, ask(question, binary, folder)

    numbers = [options.only] if options.only is not None else range(options.questions)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for number, question, faults in pool.map(judge, numbers):
            if options.only is not None:
                print("ecslint", *question.arguments)
                for name, text in question.files.items():
                    print(f"--- {name}\n{text}")
            if not faults:
                continue
            wrong += 1
            kinds[f"{question.label}: {faults[0][0].split(' of ')[0]}"] += 1
            if shown < options.shown:
                shown += 1
                print(f"{number} ({question.label}): ecslint {' '.join(question.arguments)}")
                for what, expected, found in faults[:4]:
                    print(f"    {what}: {found}, expected {expected}")
    for kind, count in kinds.most_common():
        print(f"{count:6} x {kind}")
    print(f"cost oracle: {len(numbers) - wrong} of {len(numbers)} questions agree (seed {options.seed})")
    sys.exit(1 if wrong else 0)


main()
