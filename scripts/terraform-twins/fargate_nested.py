"""Two Fargate services linked by a queue, a module for each part: the twin of examples/fargate-nested."""

from language import Module, block, ref, text, var
from parts import EXECUTION_POLICY, account, environment, fargate_task, log_group, logging, network, new_module, region, role


def string(**more):
    return {"type": "string", **more}


def number(**more):
    return {"type": "number", **more}


def queue_module():
    m = Module("./queue", {"prefix": var("prefix"), "receive_wait_time_seconds": 20, "visibility_timeout_seconds": 90}, {
        "prefix": string(), "receive_wait_time_seconds": number(), "visibility_timeout_seconds": number(),
    })
    queue = m.resource(
        "aws_sqs_queue", "queue", name=text(var("prefix"), "-queue"),
        receive_wait_time_seconds=var("receive_wait_time_seconds"),
        visibility_timeout_seconds=var("visibility_timeout_seconds"))
    m.outputs = {"queue_arn": ref(queue, "arn"), "queue_name": ref(queue, "name"), "queue_url": ref(queue, "url")}
    return m


def cluster_module():
    m = Module("./cluster", {"prefix": var("prefix")}, {"prefix": string()})
    cluster = m.resource("aws_ecs_cluster", "cluster", name=text(var("prefix"), "-cluster"))
    execution = role(m, "fargate_task_execution_role", managed=[EXECUTION_POLICY])
    m.outputs = {"cluster_name": ref(cluster, "name"), "execution_role_arn": ref(execution, "arn")}
    return m


SHARED = {
    "prefix": var("prefix"), "cluster_name": ref("module.cluster", "cluster_name"),
    "execution_role_arn": ref("module.cluster", "execution_role_arn"), "image_tag": var("image_tag"),
    "queue_arn": ref("module.queue", "queue_arn"), "queue_name": ref("module.queue", "queue_name"),
    "security_group": var("container_security_group"), "service_cpu": 512, "service_memory": 1024,
    "sqs_endpoint_url": text("https://sqs.", ref("data.aws_region.current", "region"), ".amazonaws.com"),
}


def service_module(number_of, subnet, extra_inputs, extra_variables):
    n = str(number_of)
    inputs = {**SHARED, "subnet": var(subnet), **extra_inputs}
    kinds = {"service_cpu": "number", "service_memory": "number"}
    variables = {k: {"type": kinds.get(k, "string")} for k in SHARED}
    m = Module("./service" + n, inputs, {**variables, "subnet": string(), **extra_variables})
    logs = log_group(m, "log_group" + n, text(var("prefix"), "-LogGroup" + n), 0)
    return m, logs


def definition(m, n, logs, task_role, name, variables):
    shared = environment(
        QueueName=var("queue_name"), RegionName=region(m), SQSEndpointUrl=var("sqs_endpoint_url"))
    return m.resource(
        "aws_ecs_task_definition", f"task_definition{n}", family=text(var("prefix"), f"-task{n}"),
        requires_compatibilities=["FARGATE"], cpu=var("service_cpu"), memory=var("service_memory"), network_mode="awsvpc",
        execution_role_arn=var("execution_role_arn"), task_role_arn=ref(task_role, "arn"),
        container_definitions=containers([{
            "name": name,
            "image": text(account(m), ".dkr.ecr.", region(m), ".amazonaws.com/", var("prefix"), f"/{name}:", var("image_tag")),
            "essential": True, "logConfiguration": logging(m, logs, name), "environment": variables + shared,
        }]))


def containers(value):
    from language import json_text
    return json_text(value)


def service(m, n, task):
    return m.resource(
        "aws_ecs_service", f"service{n}", name=text(var("prefix"), f"-service{n}"), cluster=var("cluster_name"),
        launch_type="FARGATE", desired_count=1, task_definition=ref(task, "arn"),
        network_configuration=[block(subnets=[var("subnet")], security_groups=[var("security_group")])])


def producer():
    m, logs = service_module(1, "container_subnet_1", {}, {})
    task_role = role(m, "task_role1", send=[
        {"actions": ["sqs:GetQueueUrl", "sqs:SendMessage"], "resources": [var("queue_arn")]}])
    service(m, 1, definition(m, 1, logs, task_role, "producer", []))
    return m


def consumer():
    m, logs = service_module(
        2, "container_subnet_2", {"interval": 60, "min_capacity": 1, "max_capacity": 3, "target_queue_length": 3},
        {
            "interval": number(description="Seconds that the worker takes for one message"), "min_capacity": number(),
            "max_capacity": number(), "target_queue_length": number(),
        })
    task_role = role(m, "task_role2", receive=[
        {"actions": ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"], "resources": [var("queue_arn")]}])
    task = definition(m, 2, logs, task_role, "consumer", environment(Interval=text(var("interval"))))
    running = service(m, 2, task)
    role(m, "scaling_role", scaling=[{
        "actions": [
            "cloudwatch:DeleteAlarms", "cloudwatch:DescribeAlarms", "cloudwatch:PutMetricAlarm", "ecs:DescribeServices",
            "ecs:UpdateService"],
        "resources": ["*"],
    }])
    target = m.resource(
        "aws_appautoscaling_target", "service2_scalable_target", max_capacity=var("max_capacity"),
        min_capacity=var("min_capacity"), resource_id=text("service/", var("cluster_name"), "/", ref(running, "name")),
        role_arn=ref("aws_iam_role.scaling_role", "arn"), scalable_dimension="ecs:service:DesiredCount",
        service_namespace="ecs")
    m.resource(
        "aws_appautoscaling_policy", "service2_scaling_policy", name=text(var("prefix"), "-queue-length"),
        policy_type="TargetTrackingScaling", service_namespace=ref(target, "service_namespace"),
        scalable_dimension=ref(target, "scalable_dimension"), resource_id=ref(target, "resource_id"),
        target_tracking_scaling_policy_configuration=[block(
            customized_metric_specification=[block(
                metric_name="ApproximateNumberOfMessagesVisible", namespace="AWS/SQS", statistic="Average", unit="Count",
                dimensions=[block(name="QueueName", value=var("queue_name"))])],
            disable_scale_in=False, scale_in_cooldown=0, scale_out_cooldown=0, target_value=var("target_queue_length"))])
    return m


def module():
    m = new_module(
        prefix=string(default="number-pipeline", description="Prefix of all resource names"),
        image_tag=string(default="1.4.2"),
        container_subnet_1=string(value="subnet-0a1b2c3d", description="Private subnet of service 1"),
        container_subnet_2=string(value="subnet-1a2b3c4d", description="Private subnet of service 2"),
        container_security_group=string(
            value="sg-0a1b2c3d", description="Must be allowed to reach the SQS, ECR, S3 and Logs endpoints"),
    )
    region(m)
    m.call("queue", queue_module())
    m.call("cluster", cluster_module())
    m.call("service1", producer())
    m.call("service2", consumer())
    return m
