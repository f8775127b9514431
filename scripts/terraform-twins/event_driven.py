"""Document intake on ECS, driven by events: the twin of examples/event-driven."""

from language import block, json_text, ref, text, var
from parts import (EXECUTION_POLICY, account, environment, fargate_task, log_group, logging, network, new_module, region, role, trust)


def module():
    m = new_module(
        environment={"type": "string", "default": "dev"},
        max_workers={"type": "number", "default": 4, "description": "4 in dev, 10 in prod"},
        log_retention={"type": "number", "default": 14, "description": "14 in dev, 90 in prod"},
        subnet_ids={"type": "list(string)", "value": ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]},
        security_group_ids={"type": "list(string)", "value": ["sg-0a1b2c3d"]},
        operator_email={"type": "string", "value": "operators@example.com"},
    )
    cluster = m.resource("aws_ecs_cluster", "cluster", name=text("intake-", var("environment")))
    m.resource(
        "aws_ecs_cluster_capacity_providers", "cluster", cluster_name=ref(cluster, "name"), capacity_providers=["FARGATE"])
    logs = log_group(m, "log_group", text("/intake/", var("environment")), var("log_retention"))
    execution = role(m, "execution_role", managed=[EXECUTION_POLICY])
    results = m.resource(
        "aws_dynamodb_table", "results", name="results", billing_mode="PAY_PER_REQUEST", hash_key="documentId",
        attribute=[block(name="documentId", type="S")])
    uploads = m.resource("aws_s3_bucket", "uploads")
    m.resource("aws_s3_bucket_notification", "uploads", bucket=ref(uploads, "id"), eventbridge=True)
    m.resource(
        "aws_s3_bucket_public_access_block", "uploads", bucket=ref(uploads, "id"), block_public_acls=True,
        block_public_policy=True, ignore_public_acls=True, restrict_public_buckets=True)
    objects = text(ref(uploads, "arn"), "/*")

    def definition(name, image, cpu, memory, task_role, variables):
        return fargate_task(m, f"{name}_task", text(f"{name}-", var("environment")), cpu, memory, execution, task_role, {
            "name": name,
            "image": text(account(m), ".dkr.ecr.", region(m), f".amazonaws.com/intake/{name}:{image}"),
            "environment": environment(**variables), "logConfiguration": logging(m, logs, name),
        })

    extract_role = role(m, "extract_role", extract=[
        {"actions": ["s3:GetObject"], "resources": [objects]},
        {"actions": ["dynamodb:PutItem"], "resources": [ref(results, "arn")]},
    ])
    extract = definition("extract", "1.9.0", "1024", "2048", extract_role, {"RESULTS_TABLE": ref(results, "name")})
    report_role = role(m, "report_role", report=[
        {"actions": ["s3:ListBucket"], "resources": [ref(uploads, "arn")]},
        {"actions": ["s3:GetObject", "s3:PutObject"], "resources": [objects]},
    ])
    report = definition("report", "1.2.3", "512", "1024", report_role, {"UPLOADS_BUCKET": ref(uploads, "id")})
    events_role = role(m, "events_role", "events.amazonaws.com", run_tasks=[
        {
            "actions": ["ecs:RunTask"], "resources": [ref(extract, "arn"), ref(report, "arn")],
            "condition": [block(test="ArnEquals", variable="ecs:cluster", values=[ref(cluster, "arn")])],
        },
        {
            "actions": ["iam:PassRole"],
            "resources": [ref(execution, "arn"), ref(extract_role, "arn"), ref(report_role, "arn")],
        },
    ])

    def run(rule, name, definition, **attributes):
        m.resource(
            "aws_cloudwatch_event_target", name, rule=ref(rule, "name"), target_id=name.split("_")[0], arn=ref(cluster, "arn"),
            role_arn=ref(events_role, "arn"),
            ecs_target=[block(
                task_definition_arn=ref(definition, "arn"), launch_type="FARGATE", task_count=1,
                network_configuration=network(var("subnet_ids"), var("security_group_ids")))],
            **attributes)

    upload_rule = m.resource(
        "aws_cloudwatch_event_rule", "upload_rule", description="Runs the extract task for every uploaded object",
        event_pattern=json_text({
            "source": ["aws.s3"], "detail-type": ["Object Created"], "detail": {"bucket": {"name": [ref(uploads, "id")]}},
        }))
    run(upload_rule, "extract_target", extract, input_transformer=[block(
        input_paths={"bucket": "$.detail.bucket.name", "key": "$.detail.object.key"},
        input_template='{"containerOverrides": [{"name": "extract", "environment": '
        '[{"name": "BUCKET", "value": <bucket>}, {"name": "KEY", "value": <key>}]}]}')])
    report_rule = m.resource("aws_cloudwatch_event_rule", "report_rule", schedule_expression="rate(1 hour)")
    run(report_rule, "report_target", report)

    queue = m.resource(
        "aws_sqs_queue", "conversion_queue", name=text("intake-conversions-", var("environment")),
        receive_wait_time_seconds=20)
    convert_role = role(m, "convert_role", convert=[
        {"actions": ["sqs:ReceiveMessage", "sqs:DeleteMessage"], "resources": [ref(queue, "arn")]},
        {"actions": ["s3:GetObject", "s3:PutObject"], "resources": [objects]},
    ])
    convert = definition("convert", "4.0.1", "512", "2048", convert_role, {"QUEUE_URL": ref(queue, "url")})
    service = m.resource(
        "aws_ecs_service", "convert_service", name=text("convert-", var("environment")), cluster=ref(cluster, "id"),
        task_definition=ref(convert, "arn"), launch_type="FARGATE", desired_count=1,
        network_configuration=network(var("subnet_ids"), var("security_group_ids")))
    target = m.resource(
        "aws_appautoscaling_target", "convert_scaling", service_namespace="ecs",
        scalable_dimension="ecs:service:DesiredCount",
        resource_id=text("service/", ref(cluster, "name"), "/", ref(service, "name")), min_capacity=1,
        max_capacity=var("max_workers"))

    def steps(name, cooldown, *adjustments):
        return m.resource(
            "aws_appautoscaling_policy", f"convert_{name}", name=name.replace("_", "-"), policy_type="StepScaling",
            service_namespace=ref(target, "service_namespace"), scalable_dimension=ref(target, "scalable_dimension"),
            resource_id=ref(target, "resource_id"),
            step_scaling_policy_configuration=[block(
                adjustment_type="ChangeInCapacity", metric_aggregation_type="Average", cooldown=cooldown,
                step_adjustment=[block(**a) for a in adjustments])])

    scale_out = steps(
        "scale_out", 120,
        {"metric_interval_lower_bound": "0", "metric_interval_upper_bound": "200", "scaling_adjustment": 1},
        {"metric_interval_lower_bound": "200", "scaling_adjustment": 3})
    scale_in = steps("scale_in", 300, {"metric_interval_upper_bound": "0", "scaling_adjustment": -1})

    def alarm(name, periods, threshold, comparison, policy):
        m.resource(
            "aws_cloudwatch_metric_alarm", name, alarm_name=text(name.replace("_", "-") + "-", var("environment")),
            namespace="AWS/SQS", metric_name="ApproximateNumberOfMessagesVisible", dimensions={"QueueName": ref(queue, "name")},
            statistic="Average", period=60, evaluation_periods=periods, threshold=threshold, comparison_operator=comparison,
            alarm_actions=[ref(policy, "arn")])

    alarm("conversions_waiting", 2, 50, "GreaterThanOrEqualToThreshold", scale_out)
    alarm("conversions_done", 10, 5, "LessThanThreshold", scale_in)

    topic = m.resource("aws_sns_topic", "operator_topic", name=text("operators-", var("environment")))
    m.resource(
        "aws_sns_topic_subscription", "operator_topic", topic_arn=ref(topic, "arn"), protocol="email",
        endpoint=var("operator_email"))
    m.resource("aws_sns_topic_policy", "operator_topic_policy", arn=ref(topic, "arn"), policy=m.policy("operator_topic", {
        "actions": ["sns:Publish"], "resources": [ref(topic, "arn")],
        "principals": [block(type="Service", identifiers=["events.amazonaws.com"])],
    }))
    stopped = m.resource("aws_cloudwatch_event_rule", "stopped_task_rule", event_pattern=json_text({
        "source": ["aws.ecs"], "detail-type": ["ECS Task State Change"],
        "detail": {
            "clusterArn": [ref(cluster, "arn")], "lastStatus": ["STOPPED"],
            "stoppedReason": ["Essential container in task exited"], "containers": {"exitCode": [{"anything-but": 0}]},
        },
    }))
    m.resource(
        "aws_cloudwatch_event_target", "operators", rule=ref(stopped, "name"), target_id="operators", arn=ref(topic, "arn"))
    m.outputs["uploads_bucket"] = ref(uploads, "id")
    m.outputs["conversion_queue_url"] = ref(queue, "url")
    return m
