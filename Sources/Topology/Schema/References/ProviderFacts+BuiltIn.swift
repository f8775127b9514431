import Evaluation
import Templates

extension ProviderFacts {
    /// What this release knows of AWS and its Terraform provider beside the kinds of the model.
    ///
    /// Sources: the pages of the provider (`website/docs/r` and `website/docs/d`), and of ``ReferenceTable`` those that it names.
    package static let builtIn = ProviderFacts(
        references: ReferenceTable.rows,
        identities: [
            "id", "arn", "name", "url", "family", "function_name", "bucket", "key_id", "latest_version", "default_version",
            "revision",
        ],
        texts: [
            "arn", "arn_without_revision", "bucket", "family", "id", "invoke_arn", "key_arn", "key_id", "name", "repository_url",
            "target_key_arn", "target_key_id", "unique_id", "url",
        ],
        names: ["bucket", "family", "function_name", "id", "name"],
        // An ARN or a URL stands alone in these.
        builtTexts: [
            "alarm_name", "bucket", "description", "family", "function_name", "name", "name_prefix", "resource_id", "value",
            "values",
        ],
        // `redrive_policy = jsonencode({deadLetterTargetArn = aws_sqs_queue.q.arn})` and `redrive_policy = aws_sqs_queue.q.arn`
        // look alike in a plan, and nobody writes the second.
        documents: [
            "access_policy", "assume_role_policy", "container_definitions", "container_overrides", "definition", "document",
            "event_pattern", "filter_policy", "input", "input_template", "policy", "redrive_allow_policy", "redrive_policy",
            "user_data", "user_data_base64",
        ],
        // The other attributes of the data source are called as the resource's own.
        lookups: [
            "aws_cloudwatch_log_group": "name", "aws_ecs_cluster": "cluster_name", "aws_iam_role": "name",
            "aws_sns_topic": "name", "aws_sqs_queue": "name",
        ],
        dataSources: dataSources,
        tellingTypes: [
            ["aws_ecs_service", "aws_autoscaling_group"], ["aws_ecs_cluster", "aws_ecs_task_definition", "aws_sqs_queue"],
        ],
        orderedTypes: ["aws_s3_bucket_notification", "aws_sqs_queue_policy"])

    /// Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs, "Data Sources".
    private static let dataSources: [String: DataSourceRow] = [
        "aws_region": DataSourceRow(
            ["name": .fact(.region), "id": .fact(.region), "region": .fact(.region)], isDecidedByArguments: true),
        "aws_partition": DataSourceRow(
            ["partition": .fact(.partition), "id": .fact(.partition), "dns_suffix": .fact(.urlSuffix)],
            isDecidedByArguments: true),
        "aws_caller_identity": DataSourceRow(
            ["account_id": .fact(.account), "id": .fact(.account)], isDecidedByArguments: true),
        "aws_availability_zones": DataSourceRow(
            [
                "names": .texts(mayBeEmpty: false), "zone_ids": .texts(mayBeEmpty: false),
                "group_names": .texts(mayBeEmpty: false),
            ], isDecidedByArguments: true),
        "aws_ssm_parameter": DataSourceRow([:], isDecidedByArguments: true),
        "aws_subnets": DataSourceRow(["ids": .texts(mayBeEmpty: true)]),
        "aws_subnet_ids": DataSourceRow(["ids": .texts(mayBeEmpty: false)]),
        "aws_vpcs": DataSourceRow(["ids": .texts(mayBeEmpty: true)]),
        "aws_security_groups": DataSourceRow(["ids": .texts(mayBeEmpty: true)]),
        "aws_instances": DataSourceRow(["ids": .texts(mayBeEmpty: false)]),
    ]
}
