/// What of a Terraform resource nobody reads although a user might expect it.
///
/// Source: the pages of the AWS provider, `website/docs/r`.
enum TerraformOmissions {
    static func text(for type: String) -> String { texts[type] ?? "" }

    /// Types with a line; a test holds them against the types that are read.
    static var types: Set<String> { Set(texts.keys) }

    private static let texts: [String: String] = [
        "aws_appautoscaling_policy":
            "`predictive_scaling_policy_configuration`, `resource_label`, units",
        "aws_appautoscaling_scheduled_action":
            "`timezone`, `start_time`, `end_time`: each action is taken to recur for ever",
        "aws_appautoscaling_target": "`suspended_state`: scaling is taken to be on",
        "aws_autoscaling_attachment": "load balancers",
        "aws_autoscaling_group":
            "lifecycle hooks, `suspended_processes`, `desired_capacity_type`, `tag`, a launch template of an override",
        "aws_autoscaling_policy": "steps, `scaling_adjustment`, metric math, predictive settings",
        "aws_autoscaling_schedule": "`start_time`, `end_time`, `time_zone`: each is taken to come",
        "aws_cloudformation_stack": "what its template makes: rules that look for something missing are undecided",
        "aws_cloudwatch_composite_alarm": "`ok_actions`, `actions_suppressor`",
        "aws_cloudwatch_event_rule": "`event_bus_name`: names count over all buses; `role_arn`",
        "aws_cloudwatch_event_target": "`input`, `input_transformer`, `retry_policy`, targets of other services",
        "aws_cloudwatch_log_group": "`kms_key_id`, `log_group_class`",
        "aws_cloudwatch_log_metric_filter": "`pattern`",
        "aws_cloudwatch_metric_alarm": "`extended_statistic`, `threshold_metric_id`, `insufficient_data_actions`, `unit`",
        "aws_ecs_account_setting_default": "settings other than `containerInsights`",
        "aws_ecs_capacity_provider": "what stands in `managed_instances_provider`, and `cluster`",
        "aws_ecs_cluster": "`service_connect_defaults`, encryption of sessions and storage",
        "aws_ecs_cluster_capacity_providers": "",
        "aws_ecs_service":
            "`deployment_configuration` (blue and green), `availability_zone_rebalancing`, placement "
            + "strategies, `alarms`, Service Connect, volumes of its own; task sets (`aws_ecs_task_set`)",
        "aws_ecs_task_definition": "`proxy_configuration`, Docker and FSx volumes, `enable_fault_injection`",
        "aws_iam_instance_profile": "",
        "aws_iam_policy": "",
        "aws_iam_policy_attachment": "users and groups; that it detaches the policy from all others",
        "aws_iam_role": "`permissions_boundary`, `force_detach_policies`",
        "aws_iam_role_policy": "",
        "aws_iam_role_policy_attachment": "",
        "aws_iam_role_policy_attachments_exclusive": "that it detaches all others",
        "aws_kms_alias": "",
        "aws_kms_external_key": "key material, expiry",
        "aws_kms_grant": "`constraints`: a grant with them counts as one without; grantees other than roles",
        "aws_kms_key": "rotation, deletion",
        "aws_kms_key_policy": "",
        "aws_kms_replica_external_key": "key material, expiry",
        "aws_kms_replica_key": "",
        "aws_lambda_alias": "`routing_config`: an alias is its function",
        "aws_lambda_event_source_mapping":
            "`scaling_config`, `filter_criteria`, batching windows, sources other than queues",
        "aws_lambda_function": "memory, concurrency, network, layers; permissions of its code's own accounts",
        "aws_lambda_permission": "`event_source_token`, `function_url_auth_type`",
        "aws_launch_configuration": "`user_data` that the provider keeps as a hash, security groups",
        "aws_launch_template": "versions other than the one written, `instance_requirements`, security groups, placement",
        "aws_pipes_pipe":
            "`desired_state`, `enrichment`, networks and strategies of its task, sources other than queues",
        "aws_route": "",
        "aws_route_table": "`propagating_vgws`",
        "aws_route_table_association": "",
        "aws_s3_bucket": "everything but its name",
        "aws_s3_bucket_notification": "`filter_prefix`, `filter_suffix`",
        "aws_scheduler_schedule": "`group_name`, `flexible_time_window`, dates, universal targets (`aws-sdk`)",
        "aws_secretsmanager_secret": "`recovery_window_in_days`, replicas",
        "aws_secretsmanager_secret_policy": "`block_public_policy`",
        "aws_secretsmanager_secret_rotation": "how it rotates",
        "aws_secretsmanager_secret_version": "the secret itself: never",
        "aws_serverlessapplicationrepository_cloudformation_stack":
            "what its template makes: rules that look for something missing are undecided",
        "aws_sns_topic": "delivery policies, feedback roles, `archive_policy`",
        "aws_sns_topic_policy": "",
        "aws_sns_topic_subscription": "`filter_policy`, `raw_message_delivery`, confirmation",
        "aws_sqs_queue": "`tags`",
        "aws_sqs_queue_policy": "",
        "aws_sqs_queue_redrive_allow_policy": "",
        "aws_sqs_queue_redrive_policy": "",
        "aws_ssm_parameter": "`value`, `key_id`, `tier`",
        "data.aws_ecs_task_definition": "everything else: it is a revision of the family that it names",
        "data.aws_kms_alias": "",
        "data.aws_kms_key": "its policy",
        "aws_subnet": "`map_public_ip_on_launch`, availability zones",
        "aws_vpc_endpoint": "`policy`, `security_group_ids`",
    ]
}
