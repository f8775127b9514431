"""Questions from templates, the same stack as CloudFormation or as Terraform."""
import json
import re
from decimal import Decimal

from flags import RANGE, Question
from rules import Task, bounded, ceil, fargate_hours, instances, money, purchase, strategy, tasks_per_instance

REGION = "us-east-1"
HOURS = 730


class Service:
    def __init__(self, random, name, task):
        self.name, self.task = name, task
        self.count = random.randint(1, 40)
        self.target = None
        if random.random() < 0.6:
            low = random.randint(1, 20)
            self.target = (low, low + random.randint(0, 60))

    @property
    def range(self):
        if self.target is None:
            return (self.count,) * 3
        return self.target[0], bounded(self.count, *self.target), self.target[1]


class Stack:
    """Some services and what they run on: `group` (instances) or `fargate` (lines of a strategy)."""

    def __init__(self):
        self.services, self.daemon, self.group, self.fargate, self.storage, self.arch = [], None, None, None, 20, "x86_64"
        self.port, self.kind, self.host = [None, None], None, None


def fee(catalog, name):
    """What ECS Managed Instances cost, as a share of the on-demand price: less for G types, the least for P and Trainium."""
    kind = re.match("p[0-9]|trn|gr?[0-9]|", name)[0].rstrip("0123456789")
    share = {"p": "_p_trn", "trn": "_p_trn", "g": "_g", "gr": "_g"}.get(kind, "")
    return catalog.other[f"ecs_managed_instances_fee{share}/*"]


def draw_group(random, catalog):
    names = [
        name for name, kind in catalog.types.items() if kind.arch == "x86_64" and kind.bare_metal is False and not kind.gpus
        and catalog.on_demand(REGION, name) is not None
        # ECS takes 196,608 CPU units for a task at most, and a task of the "managed" kind has three quarters of an instance's.
        and kind.vcpus <= 192]
    return {
        "type": random.choice(names), "min": random.choice([0, 0, 1, 2]), "max": random.randint(3, 200), "desired": None,
        "target": random.choice([100, 100, 90, 75]), "managed": True}


def draw(random, catalog):
    stack = Stack()
    kind = random.choice(["group", "group", "fixed", "shared", "ports", "managed", "fargate", "fargate"])
    stack.kind = kind
    if kind == "fargate":
        stack.arch = random.choice(["x86_64", "arm64"])
        size = random.choice(catalog.sizes)
        stack.storage = random.choice([20, 20, 30, 200])
        lines = random.choice([None, ["FARGATE"], ["FARGATE_SPOT"], ["FARGATE_SPOT", "FARGATE"], ["FARGATE", "FARGATE_SPOT"]])
        base = random.choice([0, 0, 1, 3])
        stack.fargate = lines and [
            (name, base if index == 0 else 0, random.randint(1, 5)) for index, name in enumerate(lines)]
        stack.services = [Service(random, "Worker", Task(size[0], size[1], awsvpc=True))]
        return stack
    stack.group = draw_group(random, catalog)
    if kind == "managed":
        # More than half of the CPU, so that each task has an instance for itself.
        host = stack.host = catalog.types[stack.group["type"]]
        stack.services = [Service(random, "Worker", Task(host.vcpus * 768, min(host.memory // 4, 4096), awsvpc=True))]
        return stack
    cpu, memory = random.choice([128, 200, 333, 512, 1024]), random.choice([128, 300, 512, 1024, 2000])
    soft = memory // 2 if memory >= 300 and random.random() < 0.3 else None
    stack.services = [Service(random, "Worker", Task(cpu, memory, soft))]
    if random.random() < 0.3:
        stack.daemon = (random.choice([64, 256]), random.choice([128, 512]))
    if kind == "fixed":
        stack.group["managed"] = False
        stack.group["desired"] = random.choice([None, random.randint(stack.group["min"], stack.group["max"])])
    if kind in ("shared", "ports"):
        stack.services.append(Service(random, "Mailer", Task(cpu, memory, soft)))
    if kind == "ports":
        stack.port = random.choice([[8080, 8080], [8080, 8081], [8080, None]])
    return stack


def costs(stack, catalog):
    """USD a month of the stack's compute at the minimum, the desired number and the maximum of its tasks."""
    if stack.group is None:
        return [fargate_cost(stack, catalog, count) for count in stack.services[0].range]
    kind, group = catalog.types[stack.group["type"]], stack.group
    if stack.kind == "managed":
        price = catalog.on_demand(REGION, kind.name) * (1 + fee(catalog, kind.name))
        return [money((count, 0), price, None, HOURS) for count in stack.services[0].range]
    each, _ = tasks_per_instance(stack.services[0].task, kind, [stack.daemon] if stack.daemon else [])
    price = catalog.on_demand(REGION, kind.name)
    if not group["managed"]:
        count = group["min"] if group["desired"] is None else group["desired"]
        return [money((count, 0), price, None, HOURS)] * 3 if each else None
    if not each:
        return None
    result = []
    for counts in zip(*(service.range for service in stack.services)):
        count = bounded(ceil(packed(counts, each, stack.port) * 100, group["target"]), group["min"], group["max"])
        result.append(money((count, 0), price, None, HOURS))
    return result


def packed(counts, each, ports):
    """Equal tasks; those with the same host port never share an instance (section 13.5)."""
    least = ceil(sum(counts), each)
    exclusive = {}
    for count, port in zip(counts, ports):
        if port is not None:
            exclusive[port] = exclusive.get(port, 0) + count
    return max([least] + list(exclusive.values()))


def fargate_cost(stack, catalog, count):
    size = (stack.services[0].task.cpu, stack.services[0].task.memory)
    hours = fargate_hours(catalog, REGION, stack.arch, size, stack.storage)
    lines = stack.fargate or [("FARGATE", 0, 1)]
    total = Decimal(0)
    for (name, _, _), tasks in zip(lines, strategy(count, [line[1:] for line in lines])):
        total += tasks * hours[name == "FARGATE_SPOT"] * HOURS
    return total


def question(random, catalog):
    """One stack, or two in one question whose logical ids are the same (section 13.3)."""
    stacks = [draw(random, catalog) for _ in range(random.choice([1, 1, 1, 2]))]
    terraform = random.random() < 0.4 and len(stacks) == 1 and stacks[0].kind != "managed"
    if terraform:
        result = Question(["cost", "--tf", ".", "--region", REGION])
        result.files["main.tf"] = as_terraform(stacks[0])
    else:
        names = [f"{'ab'[index]}/app.json" for index in range(len(stacks))]
        result = Question(["cost"] + names + ["--region", REGION])
        for name, stack in zip(names, stacks):
            result.files[name] = json.dumps(as_cloudformation(stack), indent=1)
    result.label = "terraform" if terraform else "cloudformation"
    result.label += " " + " and ".join(sorted(stack.kind for stack in stacks))
    answers = [costs(stack, catalog) for stack in stacks]
    if None in answers:
        result.exit = 1
    else:
        for index, name in enumerate(RANGE):
            result.expect(f"totals.monthly.{name}", sum(answer[index] for answer in answers))
    return result


def as_cloudformation(stack):
    resources = {"Cluster": {"Type": "AWS::ECS::Cluster"}}

    def add(name, kind, **properties):
        resources[name] = {"Type": "AWS::" + kind, "Properties": {key: value for key, value in properties.items() if value is not None}}

    ref = {"Ref": "Cluster"}
    launch = {"LaunchType": "FARGATE" if stack.group is None else "EC2"}
    if stack.fargate:
        launch = {"CapacityProviderStrategy": [
            {"CapacityProvider": name, "Base": base, "Weight": weight} for name, base, weight in stack.fargate]}
    if stack.kind == "managed":
        host = stack.host
        add("Provider", "ECS::CapacityProvider", ClusterName=ref, ManagedInstancesProvider={
            "InfrastructureRoleArn": "arn:aws:iam::111122223333:role/ecs-infrastructure",
            "InstanceLaunchTemplate": {
                "Ec2InstanceProfileArn": "arn:aws:iam::111122223333:instance-profile/ecsInstanceRole",
                "NetworkConfiguration": {"Subnets": ["subnet-0a1b2c3d4e5f60718"], "SecurityGroups": ["sg-0a1b2c3d4e5f60718"]},
                "InstanceRequirements": {
                    "VCpuCount": {"Min": host.vcpus, "Max": host.vcpus}, "MemoryMiB": {"Min": host.memory, "Max": host.memory},
                    "AllowedInstanceTypes": [host.name]}}})
        launch = {"CapacityProviderStrategy": [{"CapacityProvider": {"Ref": "Provider"}, "Weight": 1}]}
    elif stack.group:
        group = stack.group
        script = "#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\n"
        add("Host", "EC2::LaunchTemplate", LaunchTemplateData={
            "InstanceType": group["type"], "ImageId": "ami-0123456789abcdef0", "UserData": {"Fn::Base64": {"Fn::Sub": script}}})
        add("Group", "AutoScaling::AutoScalingGroup", MinSize=str(group["min"]), MaxSize=str(group["max"]),
            DesiredCapacity=None if group["desired"] is None else str(group["desired"]),
            VPCZoneIdentifier=["subnet-0a1b2c3d4e5f60718"],
            LaunchTemplate={"LaunchTemplateId": {"Ref": "Host"}, "Version": "1"})
        if group["managed"]:
            add("Provider", "ECS::CapacityProvider", AutoScalingGroupProvider={
                "AutoScalingGroupArn": {"Ref": "Group"},
                "ManagedScaling": {"Status": "ENABLED", "TargetCapacity": group["target"]}})
            add("Joined", "ECS::ClusterCapacityProviderAssociations", Cluster=ref, CapacityProviders=[{"Ref": "Provider"}],
                DefaultCapacityProviderStrategy=[{"CapacityProvider": {"Ref": "Provider"}, "Weight": 1}])
            launch = {"CapacityProviderStrategy": [{"CapacityProvider": {"Ref": "Provider"}, "Weight": 1}]}
    if stack.daemon:
        add("AgentTask", "ECS::TaskDefinition", NetworkMode="bridge", ContainerDefinitions=[
            {"Name": "agent", "Image": "a:1", "Cpu": stack.daemon[0], "Memory": stack.daemon[1]}])
        add("Agent", "ECS::Service", Cluster=ref, TaskDefinition={"Ref": "AgentTask"}, SchedulingStrategy="DAEMON", LaunchType="EC2")
    for service, port in zip(stack.services, stack.port):
        task = service.task
        if task.awsvpc:
            add(service.name + "Task", "ECS::TaskDefinition", NetworkMode="awsvpc",
                RequiresCompatibilities=["FARGATE" if stack.group is None else "MANAGED_INSTANCES"],
                Cpu=str(task.cpu), Memory=str(task.memory), ContainerDefinitions=[{"Name": "w", "Image": "x:1"}],
                RuntimePlatform={"CpuArchitecture": stack.arch.upper(), "OperatingSystemFamily": "LINUX"},
                EphemeralStorage={"SizeInGiB": stack.storage} if stack.storage > 20 else None)
        else:
            container = {"Name": "w", "Image": "x:1", "Cpu": task.cpu, "Memory": task.memory}
            if task.soft:
                container["MemoryReservation"] = task.soft
            if port:
                container["PortMappings"] = [{"ContainerPort": 80, "HostPort": port}]
            add(service.name + "Task", "ECS::TaskDefinition", NetworkMode="bridge", ContainerDefinitions=[container])
        add(service.name, "ECS::Service", Cluster=ref, TaskDefinition={"Ref": service.name + "Task"}, DesiredCount=service.count,
            NetworkConfiguration={"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d4e5f60718"]}} if task.awsvpc else None,
            **launch)
        if service.target:
            add(service.name + "Range", "ApplicationAutoScaling::ScalableTarget", ServiceNamespace="ecs",
                ScalableDimension="ecs:service:DesiredCount", MinCapacity=service.target[0], MaxCapacity=service.target[1],
                ResourceId={"Fn::Sub": "service/${Cluster}/${%s.Name}" % service.name})
    return {"Resources": resources}


def as_terraform(stack):
    blocks = ['provider "aws" {\n  region = "%s"\n}' % REGION, 'resource "aws_ecs_cluster" "main" {\n  name = "main"\n}']

    def add(kind, name, body):
        lines = "\n".join("  " + line for line in body.strip().split("\n"))
        blocks.append(f'resource "{kind}" "{name}" {{\n{lines}\n}}')

    launch = 'launch_type = "%s"' % ("FARGATE" if stack.group is None else "EC2")
    if stack.fargate:
        launch = "\n".join(
            'capacity_provider_strategy {\n  capacity_provider = "%s"\n  base = %d\n  weight = %d\n}' % line for line in stack.fargate)
    if stack.group:
        group = stack.group
        add("aws_launch_template", "host", f'''
instance_type = "{group['type']}"
image_id = "ami-0123456789abcdef0"
user_data = base64encode("#!/bin/bash\\necho ECS_CLUSTER=${{aws_ecs_cluster.main.name}} >> /etc/ecs/ecs.config\\n")''')
        desired = "" if group["desired"] is None else f"desired_capacity = {group['desired']}\n"
        add("aws_autoscaling_group", "hosts", f'''
min_size = {group['min']}
max_size = {group['max']}
{desired}vpc_zone_identifier = ["subnet-0a1b2c3d4e5f60718"]
launch_template {{
  id = aws_launch_template.host.id
  version = "1"
}}''')
        if group["managed"]:
            add("aws_ecs_capacity_provider", "hosts", f'''
name = "hosts"
auto_scaling_group_provider {{
  auto_scaling_group_arn = aws_autoscaling_group.hosts.arn
  managed_scaling {{
    status = "ENABLED"
    target_capacity = {group['target']}
  }}
}}''')
            add("aws_ecs_cluster_capacity_providers", "joined", '''
cluster_name = aws_ecs_cluster.main.name
capacity_providers = [aws_ecs_capacity_provider.hosts.name]''')
            launch = "capacity_provider_strategy {\n  capacity_provider = aws_ecs_capacity_provider.hosts.name\n  weight = 1\n}"

    def containers(**container):
        return "jsonencode([" + json.dumps(container).replace('": ', '" = ') + "])"

    if stack.daemon:
        add("aws_ecs_task_definition", "agent", '''
family = "agent"
network_mode = "bridge"
container_definitions = ''' + containers(name="agent", image="a:1", cpu=stack.daemon[0], memory=stack.daemon[1]))
        add("aws_ecs_service", "agent", '''
name = "agent"
cluster = aws_ecs_cluster.main.id
task_definition = aws_ecs_task_definition.agent.arn
scheduling_strategy = "DAEMON"
launch_type = "EC2"''')
    for service, port in zip(stack.services, stack.port):
        name, task = service.name.lower(), service.task
        if stack.group is None:
            storage = f"ephemeral_storage {{\n  size_in_gib = {stack.storage}\n}}" if stack.storage > 20 else ""
            add("aws_ecs_task_definition", name, f'''
family = "{name}"
network_mode = "awsvpc"
requires_compatibilities = ["FARGATE"]
cpu = {task.cpu}
memory = {task.memory}
runtime_platform {{
  cpu_architecture = "{stack.arch.upper()}"
  operating_system_family = "LINUX"
}}
{storage}
container_definitions = {containers(name="w", image="x:1")}''')
        else:
            container = {"name": "w", "image": "x:1", "cpu": task.cpu, "memory": task.memory}
            if task.soft:
                container["memoryReservation"] = task.soft
            if port:
                container["portMappings"] = [{"containerPort": 80, "hostPort": port}]
            add("aws_ecs_task_definition", name, f'''
family = "{name}"
network_mode = "bridge"
container_definitions = {containers(**container)}''')
        network = 'network_configuration {\n  subnets = ["subnet-0a1b2c3d4e5f60718"]\n}' if stack.group is None else ""
        add("aws_ecs_service", name, f'''
name = "{name}"
cluster = aws_ecs_cluster.main.id
task_definition = aws_ecs_task_definition.{name}.arn
desired_count = {service.count}
{network}
{launch}''')
        if service.target:
            add("aws_appautoscaling_target", name, f'''
service_namespace = "ecs"
scalable_dimension = "ecs:service:DesiredCount"
resource_id = "service/${{aws_ecs_cluster.main.name}}/${{aws_ecs_service.{name}.name}}"
min_capacity = {service.target[0]}
max_capacity = {service.target[1]}''')
    return "\n\n".join(blocks) + "\n"
