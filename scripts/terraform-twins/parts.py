"""What several twins use."""

from language import Module, block, json_text, ref

EXECUTION_POLICY = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"


def new_module(**variables):
    module = Module(variables=variables)
    return module


def trust(module, service="ecs-tasks.amazonaws.com"):
    """Who may assume a role: one document for each service."""
    name = "assume_" + service.split(".")[0].replace("-", "_")
    return module.policy(name, {
        "actions": ["sts:AssumeRole"],
        "principals": [block(type="Service", identifiers=[service])],
    })


def role(module, name, service="ecs-tasks.amazonaws.com", managed=(), **policies):
    """A role with its attachments and a policy resource for each list of statements."""
    address = module.resource("aws_iam_role", name, name=name.replace("_", "-"), assume_role_policy=trust(module, service))
    for arn in managed:
        label = name + "_" + arn.split("/")[-1].lower()
        module.resource("aws_iam_role_policy_attachment", label, role=ref(address, "name"), policy_arn=arn)
    for label, statements in policies.items():
        document = module.policy(f"{name}_{label}", *statements)
        module.resource(
            "aws_iam_role_policy", f"{name}_{label}", name=label.replace("_", "-"), role=ref(address, "id"), policy=document)
    return address


def region(module):
    return ref(module.read("aws_region", "current"), "region")


def account(module):
    return ref(module.read("aws_caller_identity", "current"), "account_id")


def log_group(module, name, group, days=30):
    return module.resource("aws_cloudwatch_log_group", name, name=group, retention_in_days=days)


def logging(module, group, prefix):
    return {
        "logDriver": "awslogs",
        "options": {
            "awslogs-group": ref(group, "name"), "awslogs-region": region(module), "awslogs-stream-prefix": prefix,
        },
    }


def environment(**variables):
    return [{"name": n, "value": v} for n, v in variables.items()]


def task(module, name, family, container, **attributes):
    return module.resource(
        "aws_ecs_task_definition", name, family=family, **attributes, container_definitions=json_text([container]))


def fargate_task(module, name, family, cpu, memory, execution, task_role, container):
    return task(
        module, name, family, container, requires_compatibilities=["FARGATE"], network_mode="awsvpc", cpu=cpu, memory=memory,
        execution_role_arn=ref(execution, "arn"), task_role_arn=ref(task_role, "arn"))


def network(subnets, groups):
    return [block(subnets=subnets, security_groups=groups, assign_public_ip=False)]
