"""A queue consumer on EC2 capacity: the twin of examples/managed-ec2."""

from language import base64_text, block, json_text, ref, text, var
from parts import EXECUTION_POLICY, environment, log_group, logging, new_module, region, role, task

AGENT = """{
  "agent": {"metrics_collection_interval": 60},
  "metrics": {
    "namespace": "ECS/Instances",
    "metrics_collected": {
      "disk": {"measurement": ["used_percent"], "resources": ["/rootfs"]},
      "mem": {"measurement": ["mem_used_percent"]}
    }
  }
}
"""


def variables():
    def string(**more):
        return {"type": "string", **more}

    def number(default, **more):
        return {"type": "number", "default": default, **more}

    return dict(
        service_name=string(default="image-resizer"), image=string(default="public.ecr.aws/example/image-resizer:2.3.0"),
        vpc_id=string(value="vpc-0a1b2c3d"),
        subnet_ids={"type": "list(string)", "value": ["subnet-0a1b2c3d", "subnet-1a2b3c4d"],
                    "description": "Private subnets in two availability zones"},
        alarm_email=string(value="alarms@example.com"), instance_type=string(default="t3a.small"),
        on_demand_base_capacity=number(1, description="Instances that are always on demand, the others are Spot"),
        asg_min_size=number(2), asg_max_size=number(3), asg_cpu_target=number(60), task_cpu=number(200),
        task_memory=number(128), task_min_count=number(12), task_max_count=number(18),
        backlog_target=number(100, description="Visible messages for each running task"), log_retention_days=number(365))


def capacity(m, cluster):
    image = ref(m.read(
        "aws_ssm_parameter", "ami", name="/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id"), "value")
    group = m.resource(
        "aws_security_group", "instance_security_group", description=text("Container instances of ", var("service_name")),
        vpc_id=var("vpc_id"))
    instance_role = role(m, "instance_role", "ec2.amazonaws.com", managed=[
        "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role",
        "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"])
    profile = m.resource("aws_iam_instance_profile", "instance_profile", name="instances", role=ref(instance_role, "name"))
    template = m.resource(
        "aws_launch_template", "launch_template", name="container-instances", image_id=image,
        instance_type=var("instance_type"), iam_instance_profile=[block(arn=ref(profile, "arn"))],
        vpc_security_group_ids=[ref(group, "id")],
        metadata_options=[block(http_tokens="required", http_put_response_hop_limit=1)],
        block_device_mappings=[block(
            device_name="/dev/xvda",
            ebs=[block(volume_size=30, volume_type="gp3", encrypted="true", delete_on_termination="true")])],
        user_data=base64_text(text(
            "#!/bin/bash\ncat <<EOF >> /etc/ecs/ecs.config\nECS_CLUSTER=", ref(cluster, "name"),
            "\nECS_LOGLEVEL=info\nECS_ENABLE_TASK_IAM_ROLE=true\nEOF\n")))
    instances = m.resource(
        "aws_autoscaling_group", "auto_scaling_group", name="container-instances", min_size=var("asg_min_size"),
        max_size=var("asg_max_size"), vpc_zone_identifier=var("subnet_ids"), protect_from_scale_in=True,
        mixed_instances_policy=[block(
            instances_distribution=[block(
                on_demand_base_capacity=var("on_demand_base_capacity"), on_demand_percentage_above_base_capacity=0)],
            launch_template=[block(launch_template_specification=[block(
                launch_template_id=ref(template, "id"), version=text(ref(template, "latest_version")))])])],
        tag=[
            block(key="Name", value=var("service_name"), propagate_at_launch=True),
            block(key="AmazonECSManaged", value="true", propagate_at_launch=True)])
    m.resource(
        "aws_autoscaling_policy", "cpu_scaling_policy", name="cpu", autoscaling_group_name=ref(instances, "name"),
        policy_type="TargetTrackingScaling", target_tracking_configuration=[block(
            predefined_metric_specification=[block(predefined_metric_type="ASGAverageCPUUtilization")],
            target_value=var("asg_cpu_target"))])
    provider = m.resource(
        "aws_ecs_capacity_provider", "capacity_provider", name="container-instances",
        auto_scaling_group_provider=[block(
            auto_scaling_group_arn=ref(instances, "arn"), managed_draining="ENABLED",
            managed_termination_protection="ENABLED",
            managed_scaling=[block(
                status="ENABLED", target_capacity=100, minimum_scaling_step_size=1, maximum_scaling_step_size=10,
                instance_warmup_period=300)])])
    m.resource(
        "aws_ecs_cluster_capacity_providers", "cluster_capacity_providers", cluster_name=ref(cluster, "name"),
        capacity_providers=[ref(provider, "name")],
        default_capacity_provider_strategy=[block(capacity_provider=ref(provider, "name"), weight=1)])
    return provider


def agent(m, cluster, execution):
    name = text(var("service_name"), "-cloudwatch-agent")
    logs = log_group(
        m, "agent_log_group", text("/ecs/", var("service_name"), "/cloudwatch-agent"), var("log_retention_days"))
    agent_role = role(m, "agent_role", managed=["arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"])
    definition = task(
        m, "agent_task_definition", name, {
            "name": "cloudwatch-agent", "image": "public.ecr.aws/cloudwatch-agent/cloudwatch-agent:1.300049.1b929", "cpu": 128,
            "memory": 256, "essential": True, "environment": environment(CW_CONFIG_CONTENT=AGENT),
            "mountPoints": [{"sourceVolume": "rootfs", "containerPath": "/rootfs", "readOnly": True}],
            "logConfiguration": logging(m, logs, "agent"),
        }, task_role_arn=ref(agent_role, "arn"), execution_role_arn=ref(execution, "arn"),
        volume=[block(name="rootfs", host_path="/")])
    m.resource(
        "aws_ecs_service", "agent_service", name=name, cluster=ref(cluster, "id"), launch_type="EC2",
        scheduling_strategy="DAEMON", task_definition=ref(definition, "arn"))


def module():
    m = new_module(**variables())
    queue = m.resource("aws_sqs_queue", "queue", name=var("service_name"), sqs_managed_sse_enabled=True)
    topic = m.resource("aws_sns_topic", "alarm_topic", name="alarms")
    m.resource(
        "aws_sns_topic_subscription", "alarm_topic", topic_arn=ref(topic, "arn"), protocol="email",
        endpoint=var("alarm_email"))
    m.resource(
        "aws_cloudwatch_metric_alarm", "queue_age_alarm", alarm_name=text(var("service_name"), "-age"),
        alarm_description=text("Messages wait for more than an hour in ", var("service_name")), namespace="AWS/SQS",
        metric_name="ApproximateAgeOfOldestMessage", dimensions={"QueueName": ref(queue, "name")}, statistic="Maximum",
        period=60, evaluation_periods=1, threshold=3600, comparison_operator="GreaterThanThreshold",
        alarm_actions=[ref(topic, "arn")])
    cluster = m.resource(
        "aws_ecs_cluster", "cluster", name=var("service_name"), setting=[block(name="containerInsights", value="enabled")])
    provider = capacity(m, cluster)

    secret = m.resource(
        "aws_secretsmanager_secret", "service_secret", description=text("API key of ", var("service_name")))
    logs = log_group(m, "consumer_log_group", text("/ecs/", var("service_name")), var("log_retention_days"))
    task_role = role(m, "task_role", consume=[{
        "actions": ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], "resources": [ref(queue, "arn")],
    }])
    execution = role(m, "execution_role", managed=[EXECUTION_POLICY], secrets=[
        {"actions": ["secretsmanager:GetSecretValue"], "resources": [ref(secret, "arn")]}])
    agent(m, cluster, execution)
    definition = task(
        m, "task_definition", var("service_name"), {
            "name": "consumer", "image": var("image"), "cpu": var("task_cpu"), "memory": var("task_memory"), "essential": True,
            "environment": environment(QUEUE_URL=ref(queue, "url"), AWS_DEFAULT_REGION=region(m)),
            "secrets": [{"name": "API_KEY", "valueFrom": ref(secret, "arn")}],
            "logConfiguration": logging(m, logs, "consumer"),
        }, task_role_arn=ref(task_role, "arn"), execution_role_arn=ref(execution, "arn"))
    service = m.resource(
        "aws_ecs_service", "service", name=var("service_name"), cluster=ref(cluster, "id"),
        task_definition=ref(definition, "arn"), desired_count=var("task_min_count"),
        capacity_provider_strategy=[block(capacity_provider=ref(provider, "name"), weight=1)],
        ordered_placement_strategy=[block(type="binpack", field="memory")],
        deployment_circuit_breaker=[block(enable=True, rollback=True)])
    target = m.resource(
        "aws_appautoscaling_target", "scalable_target", service_namespace="ecs",
        scalable_dimension="ecs:service:DesiredCount",
        resource_id=text("service/", ref(cluster, "name"), "/", ref(service, "name")), min_capacity=var("task_min_count"),
        max_capacity=var("task_max_count"))

    def metric(name, label, namespace, metric_name, stat, **dimensions):
        return block(id=name, label=label, return_data=False, metric_stat=[block(
            stat=stat, metric=[block(
                namespace=namespace, metric_name=metric_name,
                dimensions=[block(name=n, value=v) for n, v in dimensions.items()])])])

    m.resource(
        "aws_appautoscaling_policy", "backlog_policy", name=text(var("service_name"), "-backlog"),
        policy_type="TargetTrackingScaling", service_namespace=ref(target, "service_namespace"),
        scalable_dimension=ref(target, "scalable_dimension"), resource_id=ref(target, "resource_id"),
        target_tracking_scaling_policy_configuration=[block(
            target_value=var("backlog_target"),
            customized_metric_specification=[block(metrics=[
                metric("m1", "Messages waiting", "AWS/SQS", "ApproximateNumberOfMessagesVisible", "Sum",
                       QueueName=ref(queue, "name")),
                metric("m2", "Tasks running", "ECS/ContainerInsights", "RunningTaskCount", "Average",
                       ClusterName=ref(cluster, "name"), ServiceName=ref(service, "name")),
                block(id="e1", label="Backlog per task", expression="m1 / m2", return_data=True)])])])
    m.outputs = {
        "queue_url": ref(queue, "url"), "queue_arn": ref(queue, "arn"), "task_role_arn": ref(task_role, "arn")}
    return m
