#!/usr/bin/env python3
"""Asks Terraform what the expressions of expressions.txt are and writes answers.json beside it.

Usage: record.py [terraform]. Each line is an expression; lines that begin with '#' are left out. The texts in
multiline.json are asked for as values of a file. Needs no provider and no network.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).parent
terraform = sys.argv[1] if len(sys.argv) > 1 else "terraform"

LOCALS = {
    "list": ["a", "b", "c"],
    "map": {"one": 1, "two": 2},
    "objects": [{"name": "x", "n": 1, "kind": "k"}, {"name": "y", "n": 2, "kind": "k"}],
    "nested": [{"list": ["p", "q"]}, {"list": ["r"]}],
    "empty": [],
    "nothing": None,
    "text": "Hello World",
}


def console(expression, folder):
    run = subprocess.run(
        [terraform, "console"], input=f"jsonencode([{expression}])\n", capture_output=True, text=True, cwd=folder)
    if run.returncode != 0 or not run.stdout.strip():
        return None
    answer = json.loads(run.stdout.strip().replace("$${", "${").replace("%%{", "%{"))
    return json.loads(answer)


def file_value(expression, folder):
    with tempfile.TemporaryDirectory() as inner:
        text = "output \"it\" {\n  value = jsonencode([\n" + expression + "\n])\n}\n"
        (pathlib.Path(inner) / "main.tf").write_text(text)
        run = subprocess.run([terraform, "apply", "-auto-approve"], capture_output=True, text=True, cwd=inner)
        if run.returncode != 0:
            return None
        run = subprocess.run([terraform, "output", "-json"], capture_output=True, text=True, cwd=inner)
        return json.loads(json.loads(run.stdout)["it"]["value"])


def main():
    version = json.loads(subprocess.run([terraform, "version", "-json"], capture_output=True, text=True).stdout)
    cases = []
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "main.tf.json").write_text(json.dumps({"locals": LOCALS}))
        for line in (here / "expressions.txt").read_text().splitlines():
            if line.startswith("#") or not line.strip():
                continue
            cases.append(case(line, console(line, folder)))
        for text in json.loads((here / "multiline.json").read_text()):
            cases.append(case(text, file_value(text, folder)))
    answers = {"terraform": version["terraform_version"], "locals": LOCALS, "cases": cases}
    (here / "answers.json").write_text(json.dumps(answers, indent=1) + "\n")
    print(len(cases), "cases,", sum("error" in c for c in cases), "errors")


def case(expression, answer):
    """An answer is a list of one, so that null is told from an error."""
    return {"expression": expression, "error": True} if answer is None else {"expression": expression, "answer": answer[0]}


main()
