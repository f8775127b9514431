"""Writes a twin as the JSON of a plan that creates everything."""

import base64
import json

from language import Expression, encoded, hcl, ref, references, text, var
from provider import COMPUTED, DEFAULTS, READ


class Unknown:
    pass


UNKNOWN = Unknown()


class Scope:
    """What the expressions of one module mean."""

    def __init__(self, module, prefix="", inputs=None):
        self.module, self.prefix, self.inputs = module, prefix, inputs or {}
        self.children = {
            n: Scope(m, f"{prefix}module.{n}.", {k: (self, v) for k, v in m.inputs.items()})
            for n, m in module.modules.items()
        }

    def variable(self, name):
        if name in self.inputs:
            scope, value = self.inputs[name]
            return scope.value(value)
        declared = self.module.variables[name]
        return declared["value"] if "value" in declared else declared["default"]

    def attribute(self, address, name):
        parts = address.split(".")
        if parts[0] == "module":
            child = self.children[parts[1]]
            return child.value(child.module.outputs[name])
        if parts[0] == "data":
            return self.data_attribute(parts[1], parts[2], name)
        attributes = self.module.resources[(parts[0], parts[1])]
        if name in attributes:
            return self.value(attributes[name])
        return UNKNOWN

    def data_attribute(self, kind, label, name):
        attributes = self.module.data[(kind, label)]
        if kind == "aws_iam_policy_document" and name == "json":
            statements = self.value(attributes["statement"])
            return UNKNOWN if has_unknown(statements) else policy_text(statements)
        return READ[kind][name]

    def value(self, value):
        if isinstance(value, var):
            return self.variable(value.name)
        if isinstance(value, ref):
            return self.attribute(value.address, value.attribute)
        if isinstance(value, text):
            parts = [self.value(p) for p in value.parts]
            return UNKNOWN if UNKNOWN in parts else "".join(str(p) for p in parts)
        if isinstance(value, encoded):
            inner = self.value(value.value)
            if has_unknown(inner):
                return UNKNOWN
            if value.function == "jsonencode":
                return json.dumps(inner, separators=(",", ":"), sort_keys=True)
            return base64.b64encode(inner.encode()).decode()
        if isinstance(value, dict):
            return {k: self.value(v) for k, v in value.items()}
        if isinstance(value, list):
            return [self.value(v) for v in value]
        return value


def has_unknown(value):
    if isinstance(value, dict):
        return any(has_unknown(v) for v in value.values())
    if isinstance(value, list):
        return any(has_unknown(v) for v in value)
    return value is UNKNOWN


def policy_text(statements):
    """The document that data aws_iam_policy_document makes."""

    def one(values):
        return values[0] if len(values) == 1 else values

    out = []
    for statement in statements:
        entry = {"Effect": statement.get("effect", "Allow"), "Action": one(statement["actions"])}
        if "resources" in statement:
            entry["Resource"] = one(statement["resources"])
        for principal in statement.get("principals", []):
            entry["Principal"] = {principal["type"]: one(principal["identifiers"])}
        for condition in statement.get("condition", []):
            entry.setdefault("Condition", {})[condition["test"]] = {condition["variable"]: one(condition["values"])}
        out.append(entry)
    return json.dumps({"Version": "2012-10-17", "Statement": out}, indent=2)


def split(value):
    """The known part of a value and the map of what is unknown in it; `None` where all is known."""
    if value is UNKNOWN:
        return None, True
    if isinstance(value, dict):
        known, unknown = {}, {}
        for key, member in value.items():
            inner, hole = split(member)
            if hole is not True:
                known[key] = inner
            if hole:
                unknown[key] = hole
        return known, unknown or None
    if isinstance(value, list):
        parts = [split(v) for v in value]
        holes = [h or ({} if isinstance(v, dict) else False) for v, (_, h) in zip(value, parts)]
        return [k for k, _ in parts], holes if any(h for _, h in parts) else None
    return value, None


def expression(value):
    """A value of the configuration: a constant, references, or the blocks that it is made of."""
    if isinstance(value, list) and value and all(type(v).__name__ == "block" for v in value):
        return [{k: expression(v) for k, v in b.items()} for b in value]
    if not isinstance(value, Expression) and not references(value):
        return {"constant_value": value}
    return {"references": list(dict.fromkeys(references(value)))}


def with_defaults(kind, attributes):
    """What the provider fills in, and null for what neither it nor the author says."""
    filled = {**DEFAULTS.get(kind, {}), **attributes}
    for name in COMPUTED.get(kind, []) + ["id"]:
        filled.setdefault(name, UNKNOWN)
    return filled


class Planner:
    def __init__(self, module):
        self.scope = Scope(module)
        self.changes = []

    def plan(self):
        module = self.scope.module
        values = self.module_values(self.scope)
        outputs = {n: self.output(self.scope.value(v)) for n, v in module.outputs.items()}
        return {
            "format_version": "1.2",
            "terraform_version": "1.11.4",
            "variables": {n: {"value": self.scope.variable(n)} for n in module.variables},
            "planned_values": {**({"outputs": outputs} if outputs else {}), "root_module": values},
            "resource_changes": self.changes,
            "prior_state": {
                "format_version": "1.0",
                "terraform_version": "1.11.4",
                "values": {"root_module": self.prior(self.scope)},
            },
            "configuration": {
                "provider_config": {
                    "aws": {
                        "name": "aws",
                        "full_name": "registry.terraform.io/hashicorp/aws",
                        "version_constraint": "~> 6.0",
                        "expressions": {"region": {"constant_value": "eu-central-1"}},
                    }
                },
                "root_module": self.module_configuration(self.scope),
            },
            "timestamp": "2026-01-15T09:30:00Z",
            "applyable": True,
            "complete": True,
            "errored": False,
        }

    def output(self, value):
        known, hole = split(value)
        return {"sensitive": False} if hole else {"sensitive": False, "type": "string", "value": known}

    def entry(self, scope, kind, name, mode):
        address = f"{scope.prefix}{'data.' if mode == 'data' else ''}{kind}.{name}"
        return {
            "address": address, "mode": mode, "type": kind, "name": name,
            "provider_name": "registry.terraform.io/hashicorp/aws",
        }

    def module_values(self, scope):
        resources = []
        for (kind, name), attributes in scope.module.data.items():
            value = scope.value(attributes)
            if has_unknown(value):
                resources.append(self.add(scope, kind, name, "data", {**value, "json": UNKNOWN, "id": UNKNOWN}, "read"))
        for (kind, name), attributes in scope.module.resources.items():
            value = with_defaults(kind, scope.value(attributes))
            resources.append(self.add(scope, kind, name, "managed", value, "create"))
        resources.sort(key=lambda r: r["address"])
        values = {"resources": resources} if resources else {}
        children = [
            {**self.module_values(child), "address": child.prefix[:-1]} for child in scope.children.values()
        ]
        return {**values, **({"child_modules": children} if children else {})}

    def add(self, scope, kind, name, mode, value, action):
        known, unknown = split(value)
        entry = self.entry(scope, kind, name, mode)
        change = {
            "actions": [action], "before": None, "after": known, "after_unknown": unknown or {},
            "before_sensitive": False, "after_sensitive": {},
        }
        module = {"module_address": scope.prefix[:-1]} if scope.prefix else {}
        self.changes.append({**{"address": entry["address"]}, **module, **entry, "change": change})
        return {**entry, "schema_version": 0, "values": known, "sensitive_values": {}}

    def prior(self, scope):
        resources = []
        for (kind, name), attributes in scope.module.data.items():
            value = scope.value(attributes)
            if has_unknown(value):
                continue
            if kind == "aws_iam_policy_document":
                read = {"id": "1", "json": policy_text(value["statement"]), "version": "2012-10-17"}
            else:
                read = READ[kind]
            entry = self.entry(scope, kind, name, "data")
            resources.append({**entry, "schema_version": 0, "values": {**value, **read}, "sensitive_values": {}})
        values = {"resources": resources} if resources else {}
        children = []
        for child in scope.children.values():
            inner = self.prior(child)
            if inner:
                children.append({**inner, "address": child.prefix[:-1]})
        return {**values, **({"child_modules": children} if children else {})}

    def module_configuration(self, scope):
        module = scope.module
        resources = [
            {
                "address": f"{'data.' if mode == 'data' else ''}{kind}.{name}", "mode": mode, "type": kind, "name": name,
                "provider_config_key": "aws", "expressions": {k: expression(v) for k, v in attributes.items()},
                "schema_version": 0,
            }
            for mode, entries in (("managed", module.resources), ("data", module.data))
            for (kind, name), attributes in entries.items()
        ]
        out = {"resources": resources} if resources else {}
        if module.outputs:
            out["outputs"] = {n: {"expression": expression(v)} for n, v in module.outputs.items()}
        if module.variables:
            out["variables"] = {
                n: {"default": d["default"]} if "default" in d else {} for n, d in module.variables.items()
            }
        if module.modules:
            out["module_calls"] = {
                n: {
                    "source": m.source, "expressions": {k: expression(v) for k, v in m.inputs.items()},
                    "module": self.module_configuration(scope.children[n]),
                }
                for n, m in module.modules.items()
            }
        return out


def plan(module):
    return Planner(module).plan()
