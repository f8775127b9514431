"""Order processing that scales on the backlog per task: the twin of examples/backlog-lambda."""

from language import block, ref, text, var
from parts import EXECUTION_POLICY, environment, fargate_task, log_group, logging, network, new_module, role


def module():
    m = new_module(
        order_processor_image={"type": "string", "default": "public.ecr.aws/example/order-processor:1.0.0"},
        subnets={"type": "list(string)", "value": ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]},
        security_group={"type": "string", "value": "sg-0a1b2c3d"},
    )
    queue = m.resource("aws_sqs_queue", "queue", name="orders-queue")
    cluster = m.resource("aws_ecs_cluster", "cluster", name="orders")
    execution = role(m, "task_execution_role", managed=[EXECUTION_POLICY])
    task_role = role(m, "task_role", process_orders=[{
        "actions": ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], "resources": [ref(queue, "arn")],
    }])
    logs = log_group(m, "processor_log_group", "/ecs/order-processor")
    definition = fargate_task(m, "task_definition", "order-processor", "256", "512", execution, task_role, {
        "name": "order-processor", "image": var("order_processor_image"), "essential": True,
        "environment": environment(QUEUE_URL=ref(queue, "url")),
        "logConfiguration": logging(m, logs, "order-processor"),
    })
    service = m.resource(
        "aws_ecs_service", "service", name="order-processor", cluster=ref(cluster, "id"), launch_type="FARGATE",
        task_definition=ref(definition, "arn"), desired_count=2,
        network_configuration=network(var("subnets"), [var("security_group")]))

    measuring = role(
        m, "backlog_per_task_role", "lambda.amazonaws.com",
        managed=["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"],
        measure_backlog=[
            {"actions": ["ecs:ListTasks"], "resources": ["*"]},
            {"actions": ["sqs:GetQueueAttributes"], "resources": [ref(queue, "arn")]},
            {"actions": ["cloudwatch:PutMetricData"], "resources": ["*"]},
        ])
    function = m.resource(
        "aws_lambda_function", "backlog_per_task_function", function_name="backlog-per-task-metric", runtime="nodejs22.x",
        handler="index.handler", role=ref(measuring, "arn"), timeout=15, filename="backlog-per-task-metric.zip",
        environment=[block(variables={
            "QUEUE_URL": ref(queue, "url"), "ECS_CLUSTER_NAME": ref(cluster, "name"), "ECS_SERVICE_NAME": ref(service, "name"),
        })])
    rule = m.resource("aws_cloudwatch_event_rule", "backlog_per_task_schedule", schedule_expression="rate(1 minute)")
    m.resource(
        "aws_cloudwatch_event_target", "backlog_per_task_schedule", rule=ref(rule, "name"), target_id="backlog-per-task",
        arn=ref(function, "arn"))
    m.resource(
        "aws_lambda_permission", "backlog_per_task_permission", action="lambda:InvokeFunction",
        function_name=ref(function, "function_name"), principal="events.amazonaws.com", source_arn=ref(rule, "arn"))

    target = m.resource(
        "aws_appautoscaling_target", "scalable_target", service_namespace="ecs",
        scalable_dimension="ecs:service:DesiredCount",
        resource_id=text("service/", ref(cluster, "name"), "/", ref(service, "name")), min_capacity=2, max_capacity=5)
    m.resource(
        "aws_appautoscaling_policy", "scaling_policy", name="scale-backlog-per-task", policy_type="TargetTrackingScaling",
        service_namespace=ref(target, "service_namespace"), scalable_dimension=ref(target, "scalable_dimension"),
        resource_id=ref(target, "resource_id"),
        target_tracking_scaling_policy_configuration=[block(
            target_value=20,
            customized_metric_specification=[block(
                namespace="ECS/CustomMetrics", metric_name="BacklogPerTask", statistic="Average", unit="Count",
                dimensions=[
                    block(name="ClusterName", value=ref(cluster, "name")),
                    block(name="ServiceName", value=ref(service, "name"))])])])
    m.outputs["queue_url"] = ref(queue, "url")
    return m
