#!/usr/bin/env python3
"""Makes random configurations in JSON, asks Terraform what it plans for them, and writes both.

Usage: random_configurations.py SEED COUNT FILE [terraform]. The recorded sample is SEED 7, COUNT 60, FILE configurations.json.
The resources are Terraform's own `terraform_data`, whose `input` takes any value; needs no provider and no network.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

TYPES = [
    ("string", ["x", "10", "true", "a b"]), ("number", [5, "7", 1.5]), ("bool", [True, "false"]),
    ("list(string)", [["a", 1], []]), ("set(string)", [["b", "a", "b"]]), ("map(number)", [{"k": "1", "j": 2}]),
    ("object({name = string, size = optional(number, 3)})", [{"name": "n"}, {"name": 1, "size": "9", "other": 1}]),
    ("list(object({a = string, b = optional(bool, true)}))", [[{"a": "x"}, {"a": 2, "b": False}]]),
    ("tuple([string, number])", [["1", "2"]]), ("any", [[1, "a"], {"z": None}, "t"]), (None, ["plain", [1], {"a": [True]}]),
    ("map(list(string))", [{"k": ["a", 1]}]), ("map(any)", [{"a": 1, "b": 2}]),
]
SCALARS = [
    "text", "", "$${not}", "%%{not}", "a $${b} ${1 + 1}", "${\"quoted\"}", "$", "%", "$$", "é \u2028 \U0001F600", "line\nnext\ttab",
    "${<<EOT\nhello\nEOT\n}", "${upper(\"x\")}-${join(\",\", [\"a\", \"b\"])}", "%{ if true }yes%{ else }no%{ endif }",
    "%{ for x in [1, 2] ~}\n${x},\n%{ endfor ~}\n", "${jsonencode({a = [1, 2,], b = null,})}", "${null}", "${true}", "x${1.50}y",
    "${\"$${x}\"}", "${1e3}", "\\${1}", "// no comment", "#", "${ /* c */ 5 }", "${\"\\u00e9\"}", "a\"b\\c",
    "${base64encode(\"x\")}", "${format(\"%03d\", 7)}", "${regex(\"[0-9]+\", \"ab12\")}", "${md5(\"a\")}",
]
PLAIN = [0, 1, -1, 1.5, 1e3, 1.50, 12345678901234567890, 0.1, True, False, None, 100000000000000000000000, 1e-3]


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = []

    def pick(self, *choices):
        return self.random.choice(choices)

    def maybe(self, chance=0.3):
        return self.random.random() < chance

    def reference(self):
        return self.pick(*self.names) if self.names else "1"

    def value(self, depth):
        """A JSON value, as an argument may be written."""
        kind = self.random.randrange(10)
        if depth <= 0 or kind < 3:
            return self.pick(*SCALARS, *PLAIN)
        if kind < 6:
            name = self.reference()
            return self.pick(
                "${" + name + "}", "x-${jsonencode(" + name + ")}", "${try(" + name + ", \"none\")}",
                "${[for v in try(tolist(" + name + "), []) : \"<${v}>\"]}", "${can(" + name + "[0])}",
                "${{for k, v in try(tomap(" + name + "), {}) : upper(k) => v}}", "${length(jsonencode(" + name + "))}",
                "%{ if can(" + name + ".a) }A%{ else }B%{ endif }", "${flatten([" + name + ", [" + name + "]])}",
                "${" + name + " == " + self.reference() + "}", "${try(tostring(" + name + "), \"none\")}")
        if kind < 8:
            return [self.value(depth - 1) for _ in range(self.random.randrange(4))]
        keys = [self.pick("a", "b", "c d", "${\"key\"}", "$${k}", "é") for _ in range(self.random.randrange(4))]
        return {key: self.value(depth - 1) for key in keys}

    def blocks(self, body):
        """One block as an object or as a list of one."""
        return [body] if self.maybe() else body

    def commented(self, body):
        return {"//": self.pick("a comment", {"any": ["thing", "${nothing.there}"]}), **body} if self.maybe() else body

    def variable(self):
        written, values = self.pick(*TYPES)
        body = {"default": self.pick(*values)}
        if written:
            body["type"] = written
        if self.maybe(0.1):
            body["nullable"] = False
        return body, self.pick(*values) if self.maybe(0.4) else None

    def resource(self):
        body = {"input": self.value(3)}
        repetition = self.random.randrange(8)
        if repetition == 0:
            body["count"] = self.pick(2, "2", "${1 + 1}", "${try(length(" + self.reference() + "), 1)}", "${true ? 1 : 0}", 0)
            body["input"] = self.pick("${count.index}", "i-${count.index + 1}", body["input"])
        elif repetition == 1:
            body["for_each"] = self.pick(
                {"a": 1, "b${1}": "${2}"}, "${toset([\"x\", \"y\"])}", "${{for v in [\"p\", \"q\"] : v => upper(v)}}", {},
                "${{for k, v in try(tomap(" + self.reference() + "), {}) : k => jsonencode(v)}}", "${toset(split(\",\", \"b,a,b\"))}")
            body["input"] = self.pick("${each.value}", "${each.key}=${jsonencode(each.value)}", {"k": "${each.key}"})
        if self.maybe(0.2):
            body["lifecycle"] = self.blocks({"create_before_destroy": True})
        return self.blocks(self.commented(body))

    def files(self):
        """The texts of the files by their names."""
        first, second, given = {}, {}, {}
        variables = {}
        for index in range(3):
            body, value = self.variable()
            variables[f"v{index}"] = self.blocks(self.commented(body))
            self.names.append(f"var.v{index}")
            if value is not None:
                given[f"v{index}"] = value
        first["variable"] = self.blocks(variables)
        for file, prefix in ((first, "l"), (second, "m")):
            names = []
            locals_ = {}
            for index in range(2):
                locals_[f"{prefix}{index}"] = self.value(2)
                names.append(f"local.{prefix}{index}")
            self.names += names
            file["locals"] = [locals_] if self.maybe() else self.commented(locals_)
        for file, prefix in ((first, "r"), (second, "s")):
            resources = {f"{prefix}{index}": self.resource() for index in range(4)}
            if self.maybe():
                file["resource"] = [{"terraform_data": {name: body}} for name, body in resources.items()]
            else:
                file["resource"] = self.blocks({"terraform_data": self.blocks(resources)})
        second["terraform"] = self.blocks({"required_version": ">= 1.0"})
        second["moved"] = [{"from": "terraform_data.old", "to": "terraform_data.r0"}]
        second["output"] = {"o": {"value": self.value(1)}}
        texts = {"main.tf.json": first, "other.tf.json": self.commented(second)}
        if given:
            texts[self.pick("terraform.tfvars.json", "x.auto.tfvars.json")] = given
        return {name: json.dumps(body, ensure_ascii=self.maybe(0.5)) for name, body in texts.items()}


def planned(files, terraform):
    """What is planned for each resource; None where Terraform refuses the configuration."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            (pathlib.Path(folder) / name).write_text(text)
        run = lambda *words: subprocess.run([terraform, *words], capture_output=True, text=True, cwd=folder)
        if run("init", "-input=false").returncode or run("plan", "-input=false", "-out=plan", "-lock=false").returncode:
            return None
        plan = json.loads(run("show", "-json", "plan").stdout)
        found = {}
        for change in plan.get("resource_changes", []):
            after = change["change"]["after"] or {}
            if change["change"]["after_unknown"].get("input") is not True:
                found[change["address"]] = after.get("input")
        return found


def main():
    seed, count, file = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    cases = []
    number = refused = 0
    while len(cases) < count and number < 20 * count:
        files = Maker(seed * 1_000_003 + number).files()
        number += 1
        resources = planned(files, sys.argv[4] if len(sys.argv) > 4 else "terraform")
        if resources is None:
            refused += 1
        else:
            cases.append({"files": files, "resources": resources})
    lines = ",\n".join(json.dumps(case) for case in cases)
    pathlib.Path(file).write_text(f'{{"cases": [\n{lines}\n]}}\n')
    print(len(cases), "configurations,", sum(len(case["resources"]) for case in cases), "resources;", refused, "refused")


main()
