"""Background processing on Fargate Spot: the twin of examples/background-worker."""

from language import block, ref, text, var
from parts import (EXECUTION_POLICY, account, environment, fargate_task, log_group, logging, network, new_module, region, role)


def module():
    m = new_module(
        private_subnet_ids={"type": "list(string)", "value": ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]},
        vpc_id={"type": "string", "value": "vpc-0a1b2c3d"},
        job_worker_image={"type": "string", "default": "public.ecr.aws/example/job-worker:5.1.0"},
        email_worker_image={"type": "string", "default": "public.ecr.aws/example/email-worker:2.0.4"},
        outbox_table_name={"type": "string", "default": "email-outbox"},
    )
    queue = m.resource(
        "aws_sqs_queue", "jobs_queue", name="processing-jobs", visibility_timeout_seconds=300,
        message_retention_seconds=1209600)
    m.resource("aws_sqs_queue", "jobs_dead_letter_queue", name="processing-jobs-dlq")
    m.resource(
        "aws_cloudwatch_metric_alarm", "queue_depth_high_alarm", alarm_name="job-queue-depth-high",
        alarm_description="Scale up workers when queue depth exceeds threshold", namespace="AWS/SQS",
        metric_name="ApproximateNumberOfMessagesVisible", dimensions={"QueueName": ref(queue, "name")}, statistic="Average",
        period=60, evaluation_periods=2, threshold=100, comparison_operator="GreaterThanThreshold")

    cluster = m.resource("aws_ecs_cluster", "cluster", name="background")
    m.resource(
        "aws_ecs_cluster_capacity_providers", "cluster", cluster_name=ref(cluster, "name"),
        capacity_providers=["FARGATE", "FARGATE_SPOT"])
    group = m.resource(
        "aws_security_group", "worker_security_group", description="Background workers, no inbound traffic",
        vpc_id=var("vpc_id"))
    execution = role(m, "task_execution_role", managed=[EXECUTION_POLICY])
    logs = log_group(m, "log_group", "/background/workers")

    job_role = role(m, "job_worker_role", jobs=[{
        "actions": ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes"],
        "resources": [ref(queue, "arn")],
    }])
    job_task = fargate_task(m, "job_worker_task", "job-worker", "512", "1024", execution, job_role, {
        "name": "worker", "image": var("job_worker_image"), "essential": True,
        "environment": environment(JOBS_QUEUE_URL=ref(queue, "url")),
        "logConfiguration": logging(m, logs, "job-worker"),
    })
    job_service = m.resource(
        "aws_ecs_service", "job_worker_service", name="job-worker", cluster=ref(cluster, "id"),
        task_definition=ref(job_task, "arn"), desired_count=2,
        capacity_provider_strategy=[
            block(capacity_provider="FARGATE_SPOT", weight=4, base=1), block(capacity_provider="FARGATE", weight=1, base=0)],
        network_configuration=network(var("private_subnet_ids"), [ref(group, "id")]))
    m.resource(
        "aws_appautoscaling_target", "job_worker_scaling", service_namespace="ecs",
        scalable_dimension="ecs:service:DesiredCount",
        resource_id=text("service/", ref(cluster, "name"), "/", ref(job_service, "name")), min_capacity=1, max_capacity=50)

    email_role = role(m, "email_worker_role", outbox=[
        {
            "actions": ["dynamodb:Query", "dynamodb:UpdateItem", "dynamodb:DeleteItem"],
            "resources": [text("arn:aws:dynamodb:", region(m), ":", account(m), ":table/", var("outbox_table_name"))],
        },
        {"actions": ["ses:SendEmail"], "resources": ["*"]},
    ])
    email_task = fargate_task(m, "email_worker_task", "email-worker", "256", "512", execution, email_role, {
        "name": "worker", "image": var("email_worker_image"), "essential": True,
        "environment": environment(OUTBOX_TABLE=var("outbox_table_name")),
        "logConfiguration": logging(m, logs, "email-worker"),
    })
    email_service = m.resource(
        "aws_ecs_service", "email_worker_service", name="email-worker", cluster=ref(cluster, "id"), launch_type="FARGATE",
        task_definition=ref(email_task, "arn"), desired_count=1,
        network_configuration=network(var("private_subnet_ids"), [ref(group, "id")]))
    m.resource(
        "aws_appautoscaling_target", "email_worker_scaling", service_namespace="ecs",
        scalable_dimension="ecs:service:DesiredCount",
        resource_id=text("service/", ref(cluster, "name"), "/", ref(email_service, "name")), min_capacity=1, max_capacity=10)
    m.outputs["jobs_queue_url"] = ref(queue, "url")
    return m
