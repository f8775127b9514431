"""What the AWS provider adds to what an author writes: defaults, and attributes that are known after apply only.

Source: the schemas of terraform-provider-aws v6, internal/service/*; only what the twins use.
"""

COMPUTED = {
    "aws_sqs_queue": [
        "arn", "url", "name_prefix", "kms_data_key_reuse_period_seconds", "policy", "redrive_policy",
        "redrive_allow_policy", "sqs_managed_sse_enabled", "deduplication_scope", "fifo_throughput_limit", "tags_all",
    ],
    "aws_ecs_cluster": ["arn", "tags_all", "setting"],
    "aws_ecs_service": ["arn", "iam_role", "triggers", "tags_all", "launch_type", "availability_zone_rebalancing", "platform_version"],
    "aws_ecs_task_definition": ["arn", "arn_without_revision", "revision", "network_mode", "tags_all", "enable_fault_injection"],
    "aws_ecs_capacity_provider": ["arn", "tags_all"],
    "aws_appautoscaling_target": ["arn", "role_arn", "tags_all"],
    "aws_appautoscaling_policy": ["arn", "alarm_arns"],
    "aws_cloudwatch_metric_alarm": ["arn", "evaluate_low_sample_count_percentiles", "tags_all"],
    "aws_iam_role": ["arn", "create_date", "managed_policy_arns", "inline_policy", "name_prefix", "unique_id", "tags_all"],
    "aws_iam_role_policy": ["name_prefix"],
    "aws_iam_instance_profile": ["arn", "name_prefix", "unique_id", "create_date", "tags_all"],
    "aws_cloudwatch_log_group": ["arn", "name_prefix", "log_group_class", "tags_all"],
    "aws_security_group": ["arn", "egress", "ingress", "name_prefix", "owner_id", "tags_all"],
    "aws_lambda_function": ["arn", "invoke_arn", "qualified_arn", "version", "last_modified", "source_code_size", "architectures", "tags_all"],
    "aws_cloudwatch_event_rule": ["arn", "name_prefix", "tags_all"],
    "aws_cloudwatch_event_target": ["target_id"],
    "aws_lambda_permission": ["statement_id_prefix"],
    "aws_sns_topic": ["arn", "name_prefix", "policy", "owner", "beginning_archive_time", "tags_all"],
    "aws_sns_topic_policy": ["owner"],
    "aws_sns_topic_subscription": ["arn", "confirmation_was_authenticated", "owner_id", "pending_confirmation", "filter_policy_scope"],
    "aws_s3_bucket": ["arn", "bucket", "bucket_domain_name", "bucket_prefix", "policy", "versioning", "tags_all"],
    "aws_dynamodb_table": ["arn", "stream_arn", "read_capacity", "write_capacity", "server_side_encryption", "tags_all"],
    "aws_launch_template": ["arn", "latest_version", "default_version", "name_prefix", "tags_all"],
    "aws_autoscaling_group": [
        "arn", "availability_zones", "default_cooldown", "desired_capacity", "health_check_type", "launch_template",
        "load_balancers", "name_prefix", "predicted_capacity", "service_linked_role_arn", "target_group_arns", "vpc_zone_identifier",
        "warm_pool_size",
    ],
    "aws_autoscaling_policy": ["arn"],
    "aws_secretsmanager_secret": ["arn", "name_prefix", "policy", "replica", "tags_all"],
}

DEFAULTS = {
    "aws_sqs_queue": {
        "content_based_deduplication": False, "delay_seconds": 0, "fifo_queue": False, "kms_master_key_id": None,
        "max_message_size": 262144, "message_retention_seconds": 345600, "receive_wait_time_seconds": 0,
        "visibility_timeout_seconds": 30, "tags": None, "timeouts": None,
    },
    "aws_ecs_cluster": {"configuration": [], "service_connect_defaults": [], "tags": None},
    "aws_ecs_service": {
        "alarms": [], "capacity_provider_strategy": [], "deployment_circuit_breaker": [], "deployment_controller": [],
        "deployment_maximum_percent": 200, "deployment_minimum_healthy_percent": 100, "desired_count": None,
        "enable_ecs_managed_tags": False, "enable_execute_command": False, "force_delete": None, "force_new_deployment": None,
        "health_check_grace_period_seconds": None, "load_balancer": [], "network_configuration": [],
        "ordered_placement_strategy": [], "placement_constraints": [], "propagate_tags": None,
        "scheduling_strategy": "REPLICA", "service_registries": [], "tags": None, "wait_for_steady_state": False,
    },
    "aws_ecs_task_definition": {
        "cpu": None, "ephemeral_storage": [], "execution_role_arn": None, "ipc_mode": None, "memory": None, "pid_mode": None,
        "placement_constraints": [], "proxy_configuration": [], "requires_compatibilities": None, "runtime_platform": [],
        "skip_destroy": False, "tags": None, "task_role_arn": None, "track_latest": False, "volume": [],
    },
    "aws_appautoscaling_target": {"tags": None},
    "aws_appautoscaling_policy": {
        "policy_type": "StepScaling", "step_scaling_policy_configuration": [],
        "target_tracking_scaling_policy_configuration": [],
    },
    "aws_cloudwatch_metric_alarm": {
        "actions_enabled": True, "alarm_actions": None, "datapoints_to_alarm": None, "dimensions": None,
        "extended_statistic": None, "insufficient_data_actions": None, "metric_query": [], "ok_actions": None, "tags": None,
        "threshold_metric_id": None, "treat_missing_data": "missing", "unit": None,
    },
    "aws_iam_role": {
        "description": None, "force_detach_policies": False, "max_session_duration": 3600, "path": "/",
        "permissions_boundary": None, "tags": None,
    },
    "aws_iam_instance_profile": {"path": "/", "tags": None},
    "aws_cloudwatch_log_group": {"kms_key_id": None, "retention_in_days": 0, "skip_destroy": False, "tags": None},
    "aws_lambda_function": {
        "dead_letter_config": [], "layers": None, "memory_size": 128, "package_type": "Zip", "publish": False,
        "reserved_concurrent_executions": -1, "timeout": 3, "vpc_config": [], "tags": None,
    },
    "aws_cloudwatch_event_rule": {
        "description": None, "event_bus_name": "default", "event_pattern": None, "force_destroy": False,
        "schedule_expression": None, "tags": None,
    },
    "aws_cloudwatch_event_target": {
        "dead_letter_config": [], "ecs_target": [], "event_bus_name": "default", "force_destroy": False, "input": None,
        "input_path": None, "input_transformer": [], "retry_policy": [], "role_arn": None, "sqs_target": [],
    },
    "aws_sns_topic": {"fifo_topic": False, "kms_master_key_id": None, "tags": None},
    "aws_sns_topic_subscription": {"redrive_policy": None, "raw_message_delivery": False},
    "aws_launch_template": {
        "credit_specification": [], "instance_market_options": [], "network_interfaces": [], "tags": None, "user_data": None,
    },
    "aws_autoscaling_group": {
        "capacity_rebalance": None, "force_delete": False, "health_check_grace_period": 300, "initial_lifecycle_hook": [],
        "launch_configuration": None, "protect_from_scale_in": False, "suspended_processes": None, "tag": [], "warm_pool": [],
    },
    "aws_secretsmanager_secret": {"kms_key_id": None, "recovery_window_in_days": 30, "tags": None},
}

READ = {
    "aws_region": {"id": "eu-central-1", "name": "eu-central-1", "region": "eu-central-1", "description": "Europe (Frankfurt)"},
    "aws_caller_identity": {"id": "111122223333", "account_id": "111122223333", "arn": "arn:aws:iam::111122223333:root", "user_id": "111122223333"},
    "aws_ssm_parameter": {"id": "/aws/service/ecs/optimized-ami", "value": "ami-0123456789abcdef0", "type": "String", "version": 1},
}
