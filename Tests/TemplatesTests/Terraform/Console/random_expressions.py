#!/usr/bin/env python3
"""Makes random expressions, asks Terraform what they are, and writes the answers.

Usage: random_expressions.py SEED COUNT FILE [terraform]. The recorded sample is SEED 7, COUNT 600, FILE random.json.
All are asked for in one run of the console. Needs no provider and no network.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

LOCALS = json.loads((pathlib.Path(__file__).parent / "answers.json").read_text())["locals"]
TEXTS = ['"a"', '"b"', '""', '"Hello World"', '"x-1"', '"10"', '"é日"', '"a b,c"', '"tr\\"ue"', '"true"', '"line\\nnext"',
         '"$${x}"', '"%%{y}"', '"\\\\d"', '"a.b.c"', '"0"', '"A1b2"']
NUMBERS = ["0", "1", "2", "3", "-1", "10", "1.5", "0.25", "100", "7", "2.5e1", "1e3", "12345678901234567890"]
PATTERNS = ['"/[a-z]+/"', '"/(.)(.)/"', '"/\\\\d*/"', '"/^./"', '"a"']
REPLACEMENTS = ['"$1"', '"<$0>"', '"$2$1"', '"-"', '""']
REGEXES = ['"[a-z]+"', '"^."', '".*"', '"\\\\d+"', '"[^a-z]*"', '"(?i)[A-F]+"']
TEXT_FORMATS = ['"%s-%s"', '"%v|%5s"', '"%-6s|%s"', '"%q %s"', '"%.2s%s"']
NUMBER_FORMATS = ['"%d"', '"%05d"', '"%s"', '"%.2f"', '"%x"', '"%v"', '"%5.1f|"', '"%+d"']
ONE_TEXT = ["upper", "lower", "title", "trimspace", "strrev", "chomp", "md5", "sha1", "sha256", "sha512", "base64sha256",
            "base64encode", "urlencode", "basename", "dirname", "jsonencode", "tostring"]


class Maker:
    """Makes one expression; names are those of the loops around the place."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = []
        self.count = 0

    def pick(self, *choices):
        return self.random.choice(choices)

    def name(self, kinds):
        self.count += 1
        self.names.append((f"v{self.count}", kinds))
        return f"v{self.count}"

    def known_name(self, kind):
        names = [name for name, other in self.names if other == kind]
        return self.random.choice(names) if names and self.random.random() < 0.4 else None

    def inside(self, kinds, collection, body):
        """A name for each kind, and what the body makes of them and of the collection, which does not see them."""
        names = [self.name(kind) for kind in kinds]
        made = body(*names, collection)
        del self.names[len(self.names) - len(kinds):]
        return made

    def value(self, kind, depth):
        return self.text(depth) if kind == "text" else self.number(depth)

    def text(self, depth):
        name = self.known_name("text")
        if name or depth <= 0:
            return name or self.pick(*TEXTS, "local.text")
        d = depth - 1
        makers = [
            lambda: self.pick(*TEXTS),
            lambda: f'"{self.pick("p", "x ", "-", "")}${{{self.pick(self.text, self.number)(d)}}}{self.pick("q", "", "/z")}"',
            lambda: f'"%{{ if {self.truth(d)} ~}} yes %{{ else }}no%{{ endif }}"',
            lambda: self.inside(["text"], self.list("text", d), lambda n, l: f'"%{{ for {n} in {l} ~}} ${{{self.text(d)}}},%{{ endfor }}"'),
            lambda: f"{self.pick(*ONE_TEXT)}({self.text(d)})",
            lambda: f"join({self.pick(*TEXTS)}, {self.list(self.pick('text', 'number'), d)})",
            lambda: f"replace({self.text(d)}, {self.pick(*PATTERNS)}, {self.pick(*REPLACEMENTS)})",
            lambda: f"substr({self.text(d)}, {self.pick(0, 1, -2, 5)}, {self.pick(1, 2, -1, 0, 9)})",
            lambda: f"({self.truth(d)} ? {self.text(d)} : {self.pick(self.text, self.number)(d)})",
            lambda: f"{self.pick('trim', 'trimprefix', 'trimsuffix')}({self.text(d)}, {self.pick(*TEXTS)})",
            lambda: f"format({self.pick(*TEXT_FORMATS)}, {self.text(d)}, {self.text(d)})",
            lambda: f"format({self.pick(*NUMBER_FORMATS)}, {self.number(d)})",
            lambda: f"{self.pick('jsonencode', 'yamlencode')}({self.any(d)})",
            lambda: f"{self.list('text', d)}[{self.pick(0, 1, 2)}]",
            lambda: f"try({self.text(d)}, {self.text(d)})",
            lambda: f"regex({self.pick(*REGEXES)}, {self.text(d)})",
            lambda: f"coalesce({self.text(d)}, {self.pick(self.text, self.number)(d)})",
            lambda: f"lookup({self.map('text', d)}, {self.pick(*TEXTS)}, {self.text(d)})",
        ]
        return self.pick(*makers)()

    def number(self, depth):
        name = self.known_name("number")
        if name or depth <= 0:
            return name or self.pick(*NUMBERS)
        d = depth - 1
        makers = [
            lambda: self.pick(*NUMBERS),
            lambda: f"({self.number(d)} {self.pick(*'+-*/%')} {self.number(d)})",
            lambda: f"length({self.pick(self.text(d), self.list('text', d), self.map('number', d))})",
            lambda: f"{self.pick('ceil', 'floor', 'abs', 'signum', '-')}({self.number(d)})",
            lambda: f"{self.pick('max', 'min')}({self.number(d)}, {self.number(d)})",
            lambda: f"sum({self.list('number', d)})",
            lambda: f"({self.truth(d)} ? {self.number(d)} : {self.number(d)})",
            lambda: f"parseint({self.pick(*TEXTS)}, {self.pick(10, 16, 2, 36)})",
            lambda: f"tonumber({self.text(d)})",
            lambda: f"index({self.list('text', d)}, {self.text(d)})",
            lambda: f"pow({self.pick(2, 3, 10)}, {self.pick(0, 2, 5)})",
        ]
        return self.pick(*makers)()

    def truth(self, depth):
        if depth <= 0:
            return self.pick("true", "false")
        d = depth - 1
        makers = [
            lambda: self.pick("true", "false"),
            lambda: f"({self.number(d)} {self.pick('<', '>', '<=', '>=', '==', '!=')} {self.number(d)})",
            lambda: f"({self.text(d)} {self.pick('==', '!=')} {self.pick(self.text, self.number)(d)})",
            lambda: f"({self.truth(d)} {self.pick('&&', '||', '==')} {self.truth(d)})",
            lambda: f"!{self.truth(d)}",
            lambda: f"contains({self.list('text', d)}, {self.text(d)})",
            lambda: f"{self.pick('startswith', 'endswith', 'strcontains')}({self.text(d)}, {self.pick(*TEXTS)})",
            lambda: f"{self.pick('alltrue', 'anytrue')}([{self.truth(d)}, {self.truth(d)}])",
            lambda: f"can({self.pick(self.number, self.text)(d)})",
            lambda: f"tobool({self.text(d)})",
        ]
        return self.pick(*makers)()

    def list(self, kind, depth):
        if depth <= 0:
            return self.pick('["a", "b"]', "[]", "local.list") if kind == "text" else self.pick("[1, 2]", "[]", "[3]")
        d = depth - 1
        condition = lambda: f" if {self.truth(d)}" if self.random.random() < 0.4 else ""
        source = self.pick("text", "number")
        makers = [
            lambda: "[" + ", ".join(self.value(kind, d) for _ in range(self.random.randrange(4))) + "]",
            lambda: self.inside([source], self.list(source, d), lambda n, l: f"[for {n} in {l} : {self.value(kind, d)}{condition()}]"),
            lambda: self.inside(["text", "text"], self.map("text", d), lambda k, n, l: f"[for {k}, {n} in {l} : {self.value(kind, d)}]"),
            lambda: f"{self.pick('reverse', 'distinct', 'flatten', 'tolist')}({self.list(kind, d)})",
            lambda: f"concat({self.list(kind, d)}, {self.list(kind, d)})",
            lambda: f"slice({self.list(kind, d)}, {self.pick(0, 1)}, {self.pick(1, 2)})",
            lambda: f"({self.truth(d)} ? {self.list(kind, d)} : {self.list(self.pick(kind, kind, 'text'), d)})",
            lambda: f"values({self.map(kind, d)})",
            lambda: f"flatten([{self.list(kind, d)}, {self.list(kind, d)}])",
        ]
        if kind == "text":
            makers += [
                lambda: f"split({self.pick(*TEXTS)}, {self.text(d)})",
                lambda: f"{self.pick('keys')}({self.map(kind, d)})",
                lambda: f"{self.pick('sort', 'compact')}({self.list(kind, d)})",
                lambda: self.pick("local.objects[*].name", "local.objects.*.kind", "[for o in local.objects : o.name]"),
                lambda: f"{self.pick('regexall')}({self.pick(*REGEXES)}, {self.text(d)})",
                lambda: f'formatlist("%s!", {self.list(kind, d)})',
            ]
        else:
            makers += [lambda: self.pick("local.objects[*].n", "range(3)", "range(0, 1, 0.25)", "values(local.map)")]
        return self.pick(*makers)()

    def map(self, kind, depth):
        if depth <= 0:
            return '{a = "1", k1 = "z"}' if kind == "text" else "{a = 1, b = 2}"
        d = depth - 1
        member = lambda: f"{self.pick('a', 'b', 'k1', '(upper(local.text))')} = {self.value(kind, d)}"
        makers = [
            lambda: "{" + ", ".join(member() for _ in range(self.random.randrange(3))) + "}",
            lambda: self.inside(
                ["text"], self.list("text", d),
                lambda n, l: f"{{for {n} in {l} : {self.pick(n, self.text(d))} => {self.value(kind, d)}}}"),
            lambda: f"merge({self.map(kind, d)}, {self.map(kind, d)})",
            lambda: f"zipmap({self.list('text', d)}, {self.list(kind, d)})",
            lambda: f"({self.truth(d)} ? {self.map(kind, d)} : {self.map(kind, d)})",
            lambda: f"tomap({self.map(kind, d)})",
        ]
        return self.pick(*makers)()

    def any(self, depth):
        d = depth - 1
        leaf = depth <= 0
        makers = [
            lambda: self.text(d), lambda: self.number(d), lambda: self.truth(d), lambda: self.list("text", d),
            lambda: self.list("number", d), lambda: self.map("text", d), lambda: self.map("number", d),
            lambda: self.pick("null", "local.nested", "local.nested[*].list[0]", "{for o in local.objects : o.kind => o.name...}"),
            lambda: "[1, null]" if leaf else f"[{self.any(d)}, {self.any(d)}]",
            lambda: "{a = 1}" if leaf else f"{{a = {self.any(d)}, b = {self.any(d)}}}",
            lambda: "jsondecode(\"1\")" if leaf else f"jsondecode(jsonencode({self.any(d)}))",
            lambda: "{}" if leaf else f"yamldecode(yamlencode({self.any(d)}))",
        ]
        return self.pick(*makers)()


def expressions(seed, count):
    found = {}
    number = 0
    while len(found) < count:
        text = Maker(seed * 1_000_003 + number).any(2 + number % 3)
        number += 1
        if len(text) < 300:
            found[text] = None
    return list(found)


def answers(texts, terraform):
    """Each answer is a list of one, or None where Terraform refuses."""
    lines = [f"  {name} = jsondecode({quoted(json.dumps(value))})" for name, value in LOCALS.items()]
    lines += [f'  x{index} = try(jsonencode([{text}]), "refused")' for index, text in enumerate(texts)]
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "main.tf").write_text("locals {\n" + "\n".join(lines) + "\n}\n")

        def part(start, end):
            """A value that Terraform does not know yet makes the whole answer unknown: then each half is asked for."""
            question = "jsonencode([" + ",".join(f"local.x{index}" for index in range(start, end)) + "])\n"
            run = subprocess.run([terraform, "console"], input=question, capture_output=True, text=True, cwd=folder)
            text = run.stdout.strip().replace("$${", "${").replace("%%{", "%{")
            if "Invalid reference" in run.stderr or "Invalid expression" in run.stderr:
                sys.exit(run.stderr)
            if text.startswith('"'):
                return [None if given == "refused" else json.loads(given) for given in json.loads(json.loads(text))]
            if end - start == 1:
                return [()]
            middle = (start + end) // 2
            return part(start, middle) + part(middle, end)

        return part(0, len(texts))


def quoted(text):
    return json.dumps(text).replace("${", "$${").replace("%{", "%%{")


def main():
    seed, count, file = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    texts = expressions(seed, count)
    cases = []
    for text, answer in zip(texts, answers(texts, sys.argv[4] if len(sys.argv) > 4 else "terraform")):
        if answer is None:
            cases.append({"expression": text, "error": True})
        elif answer != ():
            cases.append({"expression": text, "answer": answer[0]})
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
    pathlib.Path(file).write_text(f'{{"locals": {json.dumps(LOCALS)}, "cases": [\n{lines}\n]}}\n')
    print(len(cases), "cases,", sum("error" in case for case in cases), "refused")


main()
