"""Writes a twin as .tf.json."""

from language import Expression, text


def spelled(value):
    """A value as .tf.json spells it: every string is a template."""
    if isinstance(value, text):
        return value.inner()
    if isinstance(value, Expression):
        return "${" + value.hcl() + "}"
    if isinstance(value, dict):
        return {k: spelled(v) for k, v in value.items()}
    if isinstance(value, list):
        return [spelled(v) for v in value]
    return value


def grouped(entries):
    types = {}
    for (kind, name), attributes in entries.items():
        types.setdefault(kind, {})[name] = spelled(attributes)
    return types


def configuration(module, description=None):
    document = {}
    if description:
        document["//"] = description
        document["terraform"] = {"required_providers": {"aws": {"source": "hashicorp/aws", "version": "~> 6.0"}}}
        document["provider"] = {"aws": {"region": "eu-central-1"}}
    if module.variables:
        document["variable"] = {
            n: {k: v for k, v in d.items() if k in ("type", "default", "description")} for n, d in module.variables.items()
        }
    if module.data:
        document["data"] = grouped(module.data)
    if module.resources:
        document["resource"] = grouped(module.resources)
    if module.modules:
        document["module"] = {n: {"source": m.source, **spelled(m.inputs)} for n, m in module.modules.items()}
    if module.outputs:
        document["output"] = {n: {"value": spelled(v)} for n, v in module.outputs.items()}
    return document
