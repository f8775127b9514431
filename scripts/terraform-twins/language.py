"""The little language in which the Terraform twins of the examples are written.

A twin is a module of resources whose attributes are plain Python values with `ref`, `text`, `var` and `encoded` in them.
`configuration` writes it as .tf.json, `plan` as the JSON of a plan, in the format of Terraform 1.11.
"""


class Expression:
    def references(self):
        return []


class ref(Expression):
    """An attribute of a resource, data source or module: ref("aws_sqs_queue.jobs", "arn")."""

    def __init__(self, address, attribute):
        self.address, self.attribute = address, attribute

    def hcl(self):
        return f"{self.address}.{self.attribute}"

    def references(self):
        parts = self.address.split(".")
        owner = ".".join(parts[:3] if parts[0] == "data" else parts[:2])
        return [self.hcl(), owner] + (["module." + parts[1]] if parts[0] == "module" and owner != "module." + parts[1] else [])


class var(Expression):
    def __init__(self, name):
        self.name = name

    def hcl(self):
        return f"var.{self.name}"

    def references(self):
        return [self.hcl()]


class text(Expression):
    """A string with expressions in it."""

    def __init__(self, *parts):
        self.parts = parts

    def inner(self):
        return "".join(p if isinstance(p, str) else "${" + p.hcl() + "}" for p in self.parts)

    def hcl(self):
        return '"' + "".join(escaped(p) if isinstance(p, str) else "${" + p.hcl() + "}" for p in self.parts) + '"'

    def references(self):
        return [r for p in self.parts if isinstance(p, Expression) for r in p.references()]


class encoded(Expression):
    """jsonencode or base64encode of a value."""

    def __init__(self, function, value):
        self.function, self.value = function, value

    def hcl(self):
        return f"{self.function}({hcl(self.value)})"

    def references(self):
        return references(self.value)


def json_text(value):
    return encoded("jsonencode", value)


def base64_text(value):
    return encoded("base64encode", value)


class block(dict):
    """One nested block; attributes that are lists of blocks are blocks in the plan's configuration, too."""


def escaped(string):
    return string.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def hcl(value):
    """A value in Terraform's native syntax."""
    if isinstance(value, Expression):
        return value.hcl()
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, str):
        return '"' + escaped(value) + '"'
    if isinstance(value, dict):
        return "{" + ", ".join(f'"{escaped(k)}" = {hcl(v)}' for k, v in value.items()) + "}"
    return "[" + ", ".join(hcl(v) for v in value) + "]"


def references(value):
    if isinstance(value, Expression):
        return value.references()
    if isinstance(value, dict):
        return [r for v in value.values() for r in references(v)]
    if isinstance(value, list):
        return [r for v in value for r in references(v)]
    return []


class Module:
    def __init__(self, source=None, inputs=None, variables=None):
        self.source, self.inputs, self.variables = source, inputs or {}, variables or {}
        self.resources, self.data, self.modules, self.outputs = {}, {}, {}, {}

    def resource(self, kind, name, /, **attributes):
        self.resources[(kind, name)] = attributes
        return f"{kind}.{name}"

    def read(self, kind, name, /, **attributes):
        self.data[(kind, name)] = attributes
        return f"data.{kind}.{name}"

    def policy(self, name, *statements):
        """A data aws_iam_policy_document; gives the reference to its JSON."""
        return ref(self.read("aws_iam_policy_document", name, statement=[block(s) for s in statements]), "json")

    def call(self, name, module):
        self.modules[name] = module
        return f"module.{name}"
