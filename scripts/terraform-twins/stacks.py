"""Realistic stacks as plans, for Tests/Stacks: each is what a team might write, good and flawed ones mixed."""

from language import Module, block, json_text, ref, text, var
from parts import (
    EXECUTION_POLICY, account, environment, fargate_task, log_group, logging, network, new_module, region, role,
)

CONSUME = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ChangeMessageVisibility"]
TOPIC = "arn:aws:sns:eu-central-1:111122223333:on-call"


def queue_policy(m, name, queue, service, condition, source):
    document = m.policy(f"{name}_policy", {
        "actions": ["sqs:SendMessage"], "resources": [ref(queue, "arn")],
        "principals": [block(type="Service", identifiers=[service])],
        "condition": [block(test="ArnEquals", variable=condition, values=[source])],
    })
    m.resource("aws_sqs_queue_policy", name, queue_url=ref(queue, "id"), policy=document)


def alarm(m, name, queue, metric, threshold, statistic="Maximum", actions=None, **more):
    return m.resource(
        "aws_cloudwatch_metric_alarm", name, alarm_name=name.replace("_", "-"), namespace="AWS/SQS", metric_name=metric,
        dimensions={"QueueName": ref(queue, "name")}, statistic=statistic, period=60, evaluation_periods=2,
        threshold=threshold, comparison_operator="GreaterThanThreshold",
        alarm_actions=[TOPIC] if actions is None else actions, **more)


def scaling(m, cluster, service, least, most, policy):
    target = m.resource(
        "aws_appautoscaling_target", "worker", service_namespace="ecs", scalable_dimension="ecs:service:DesiredCount",
        resource_id=text("service/", ref(cluster, "name"), "/", ref(service, "name")), min_capacity=least, max_capacity=most)
    m.resource(
        "aws_appautoscaling_policy", "worker", name="worker", policy_type="TargetTrackingScaling",
        service_namespace=ref(target, "service_namespace"), scalable_dimension=ref(target, "scalable_dimension"),
        resource_id=ref(target, "resource_id"), target_tracking_scaling_policy_configuration=[policy])


def stat(namespace, name, **dimensions):
    return [block(
        stat="Average", metric=[block(
            namespace=namespace, metric_name=name,
            dimensions=[block(name=k, value=v) for k, v in dimensions.items()])])]


def backlog(cluster, service, queue, target):
    return block(
        target_value=target, scale_in_cooldown=300, scale_out_cooldown=60,
        customized_metric_specification=[block(metrics=[
            block(id="waiting", return_data=False, metric_stat=stat(
                "AWS/SQS", "ApproximateNumberOfMessagesVisible", QueueName=ref(queue, "name"))),
            block(id="working", return_data=False, metric_stat=stat(
                "AWS/SQS", "ApproximateNumberOfMessagesNotVisible", QueueName=ref(queue, "name"))),
            block(id="tasks", return_data=False, metric_stat=stat(
                "ECS/ContainerInsights", "RunningTaskCount", ClusterName=ref(cluster, "name"), ServiceName=ref(service, "name"))),
            block(id="backlog", expression="(waiting + working) / IF(tasks > 0, tasks, 1)", return_data=True)])])


def uploads():
    """S3 to SQS to Fargate, well built."""
    m = new_module(
        image={"type": "string", "default": "public.ecr.aws/example/scan:2.4.0"},
        subnets={"type": "list(string)", "value": ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]},
        security_group={"type": "string", "value": "sg-0a1b2c3d"})
    failed = m.resource("aws_sqs_queue", "failed", name="uploads-dlq", message_retention_seconds=1209600)
    queue = m.resource(
        "aws_sqs_queue", "uploads", name="uploads", visibility_timeout_seconds=120, receive_wait_time_seconds=20,
        redrive_policy=json_text({"deadLetterTargetArn": ref(failed, "arn"), "maxReceiveCount": 5}))
    bucket = m.resource("aws_s3_bucket", "incoming", bucket="example-incoming")
    queue_policy(m, "uploads", queue, "s3.amazonaws.com", "aws:SourceArn", ref(bucket, "arn"))
    m.resource(
        "aws_s3_bucket_notification", "incoming", bucket=ref(bucket, "id"),
        queue=[block(queue_arn=ref(queue, "arn"), events=["s3:ObjectCreated:*"], filter_prefix="in/")])
    alarm(m, "uploads_late", queue, "ApproximateAgeOfOldestMessage", 900)
    alarm(m, "uploads_failed", failed, "ApproximateNumberOfMessagesVisible", 0, treat_missing_data="notBreaching")
    cluster = m.resource(
        "aws_ecs_cluster", "main", name="uploads", setting=[block(name="containerInsights", value="enabled")])
    stopped = m.resource("aws_cloudwatch_event_rule", "stopped", name="uploads-stopped", event_pattern=json_text({
        "source": ["aws.ecs"], "detail-type": ["ECS Task State Change"],
        "detail": {"clusterArn": [ref(cluster, "arn")], "lastStatus": ["STOPPED"], "stopCode": ["EssentialContainerExited"]}}))
    m.resource("aws_cloudwatch_event_target", "stopped", rule=ref(stopped, "name"), arn=TOPIC)
    execution = role(m, "execution", managed=[EXECUTION_POLICY])
    task_role = role(m, "scan", scan=[
        {"actions": CONSUME, "resources": [ref(queue, "arn")]},
        {"actions": ["s3:GetObject"], "resources": [text(ref(bucket, "arn"), "/*")]}])
    logs = log_group(m, "scan", "/ecs/scan")
    definition = fargate_task(m, "scan", "scan", "512", "1024", execution, task_role, {
        "name": "scan", "image": var("image"), "essential": True, "readonlyRootFilesystem": True, "stopTimeout": 60,
        "environment": environment(QUEUE_URL=ref(queue, "url"), PROCESSING_SECONDS="45"),
        "logConfiguration": logging(m, logs, "scan")})
    service = m.resource(
        "aws_ecs_service", "scan", name="scan", cluster=ref(cluster, "id"), launch_type="FARGATE",
        task_definition=ref(definition, "arn"), network_configuration=network(var("subnets"), [var("security_group")]),
        deployment_circuit_breaker=[block(enable=True, rollback=True)])
    scaling(m, cluster, service, 1, 20, backlog(cluster, service, queue, 6))
    return m


def spot_encoder():
    """A Fargate Spot worker that loses work."""
    m = new_module(image={"type": "string", "default": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/encode:prod-184"})
    failed = m.resource("aws_sqs_queue", "dead_letters", name="encode-dlq")
    queue = m.resource(
        "aws_sqs_queue", "encode", name="encode", visibility_timeout_seconds=60, receive_wait_time_seconds=20,
        message_retention_seconds=1209600,
        redrive_policy=json_text({"deadLetterTargetArn": ref(failed, "arn"), "maxReceiveCount": 1}))
    cluster = m.resource("aws_ecs_cluster", "main", name="media")
    m.resource(
        "aws_ecs_cluster_capacity_providers", "main", cluster_name=ref(cluster, "name"),
        capacity_providers=["FARGATE", "FARGATE_SPOT"])
    execution = role(m, "execution", managed=[EXECUTION_POLICY])
    task_role = role(m, "encode", consume=[{"actions": CONSUME, "resources": ["*"]}])
    logs = m.resource("aws_cloudwatch_log_group", "encode", name="/ecs/encode")
    definition = fargate_task(m, "encode", "encode", "2048", "4096", execution, task_role, {
        "name": "encode", "image": var("image"), "essential": True,
        "environment": environment(QUEUE_URL=ref(queue, "url"), PROCESSING_SECONDS="90"),
        "logConfiguration": logging(m, logs, "encode")})
    service = m.resource(
        "aws_ecs_service", "encode", name="encode", cluster=ref(cluster, "id"), task_definition=ref(definition, "arn"),
        desired_count=3, capacity_provider_strategy=[
            block(capacity_provider="FARGATE_SPOT", base=2, weight=3), block(capacity_provider="FARGATE", base=0, weight=1)],
        network_configuration=[block(subnets=["subnet-0a1b2c3d"], security_groups=["sg-0a1b2c3d"], assign_public_ip=True)])
    scaling(m, cluster, service, 0, 30, block(
        target_value=70, predefined_metric_specification=[block(predefined_metric_type="ECSServiceAverageCPUUtilization")]))
    return m


def tenant(name, fifo_dead_letters, attempts):
    m = Module(source="./tenant", inputs={"cluster": ref("aws_ecs_cluster.main", "id")}, variables={"cluster": {"type": "string"}})
    failed = m.resource(
        "aws_sqs_queue", "failed", name=f"{name}-jobs-dlq" + (".fifo" if fifo_dead_letters else ""),
        message_retention_seconds=1209600, **({"fifo_queue": True} if fifo_dead_letters else {}))
    jobs = m.resource(
        "aws_sqs_queue", "jobs", name=f"{name}-jobs.fifo", fifo_queue=True, visibility_timeout_seconds=120,
        receive_wait_time_seconds=20, deduplication_scope="messageGroup", fifo_throughput_limit="perMessageGroupId",
        redrive_policy=json_text({"deadLetterTargetArn": ref(failed, "arn"), "maxReceiveCount": attempts}))
    execution = role(m, f"{name}_execution", managed=[EXECUTION_POLICY])
    worker_role = role(m, f"{name}_worker", consume=[{"actions": CONSUME, "resources": [ref(jobs, "arn")]}])
    logs = log_group(m, "worker", f"/ecs/{name}")
    definition = fargate_task(m, "worker", f"{name}-worker", "256", "512", execution, worker_role, {
        "name": "worker", "image": "public.ecr.aws/example/tenant-worker:7.0.2", "essential": True,
        "readonlyRootFilesystem": True, "environment": environment(QUEUE_URL=ref(jobs, "url")),
        "logConfiguration": logging(m, logs, "worker")})
    m.resource(
        "aws_ecs_service", "worker", name=f"{name}-worker", cluster=var("cluster"), launch_type="FARGATE", desired_count=1,
        task_definition=ref(definition, "arn"), deployment_circuit_breaker=[block(enable=True, rollback=True)],
        network_configuration=network(["subnet-0a1b2c3d", "subnet-1a2b3c4d"], ["sg-0a1b2c3d"]))
    m.outputs["queue_arn"] = ref(jobs, "arn")
    return m


def fifo_tenants():
    """A FIFO queue and a worker for each tenant, by a module; nightly clean-up events."""
    m = new_module()
    m.resource("aws_ecs_cluster", "main", name="tenants")
    m.call("acme", tenant("acme", False, 5))
    m.call("globex", tenant("globex", True, 1))
    rule = m.resource(
        "aws_cloudwatch_event_rule", "nightly", name="nightly-cleanup", schedule_expression="cron(0 3 * * ? *)")
    m.resource(
        "aws_cloudwatch_event_target", "acme", rule=ref(rule, "name"), arn=ref("module.acme", "queue_arn"),
        input='{"kind":"cleanup"}')
    m.resource(
        "aws_cloudwatch_event_target", "globex", rule=ref(rule, "name"), arn=ref("module.globex", "queue_arn"),
        input='{"kind":"cleanup"}', sqs_target=[block(message_group_id="cleanup")])
    return m


def nightly():
    """Scheduled tasks by EventBridge Scheduler and by a rule."""
    m = new_module(subnets={"type": "list(string)", "value": ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]})
    cluster = m.resource("aws_ecs_cluster", "batch", name="batch")
    execution = role(m, "execution", managed=[EXECUTION_POLICY])
    task_role = role(m, "report", report=[{"actions": ["s3:PutObject"], "resources": ["arn:aws:s3:::example-reports/*"]}])
    logs = log_group(m, "batch", "/ecs/batch")
    report = fargate_task(m, "report", "report", "1024", "1024", execution, task_role, {
        "name": "report", "image": "public.ecr.aws/example/report", "essential": True,
        "logConfiguration": logging(m, logs, "report")})
    purge = fargate_task(m, "purge", "purge", "256", "512", execution, task_role, {
        "name": "purge", "image": "public.ecr.aws/example/purge:1.3.1", "essential": True, "privileged": True,
        "logConfiguration": logging(m, logs, "purge")})
    missed = m.resource("aws_sqs_queue", "missed", name="missed-runs", message_retention_seconds=1209600)
    alarm(m, "missed_runs", missed, "ApproximateNumberOfMessagesVisible", 0)
    starter = role(m, "starter", "scheduler.amazonaws.com", start=[
        {"actions": ["ecs:RunTask"], "resources": [ref(report, "arn_without_revision")]},
        {"actions": ["iam:PassRole"], "resources": [ref(execution, "arn"), ref(task_role, "arn")]},
        {"actions": ["sqs:SendMessage"], "resources": [ref(missed, "arn")]}])
    m.resource(
        "aws_scheduler_schedule", "report", name="report", schedule_expression="cron(15 4 * * ? *)",
        schedule_expression_timezone="Europe/Madrid", flexible_time_window=[block(mode="OFF")],
        target=[block(
            arn=ref(cluster, "arn"), role_arn=ref(starter, "arn"), dead_letter_config=[block(arn=ref(missed, "arn"))],
            ecs_parameters=[block(
                task_definition_arn=ref(report, "arn"), launch_type="FARGATE", task_count=1,
                network_configuration=[block(subnets=var("subnets"), assign_public_ip=False)])])])
    rule = m.resource("aws_cloudwatch_event_rule", "purge", name="purge", schedule_expression="rate(1 hour)")
    events = role(m, "events", "events.amazonaws.com", start=[
        {"actions": ["ecs:RunTask"], "resources": [ref(report, "arn")]},
        {"actions": ["iam:PassRole"], "resources": ["*"]}])
    m.resource(
        "aws_cloudwatch_event_target", "purge", rule=ref(rule, "name"), arn=ref(cluster, "arn"), role_arn=ref(events, "arn"),
        ecs_target=[block(task_definition_arn=ref(purge, "arn"), launch_type="FARGATE", task_count=1)])
    return m


STACKS = {"tf-uploads": uploads, "tf-spot-encoder": spot_encoder, "tf-fifo-tenants": fifo_tenants, "tf-nightly": nightly}
