/// Terraform resources of which attributes are another resource's: the `arn` of a secret's version is that of the secret.
///
/// Source: "Attribute Reference" of each page of Terraform's AWS provider; `data.aws_ecs_task_definition` is how modules
/// look up the newest revision of a family that they register themselves, and keys that are looked up by an alias may be those
/// of AWS.
enum StandIn {
    /// For each type and attribute the argument that names the resource in whose place it stands.
    static let arguments: [String: [String: String]] = [
        "aws_autoscaling_attachment": ["autoscaling_group_name": "autoscaling_group_name"],
        "aws_cloudwatch_event_target": ["rule": "rule", "arn": "arn"],
        "aws_ecs_cluster_capacity_providers": ["cluster_name": "cluster_name", "id": "cluster_name"],
        "aws_iam_role_policy": ["role": "role"],
        "aws_iam_role_policy_attachment": ["role": "role", "policy_arn": "policy_arn"],
        "aws_kms_key_policy": ["key_id": "key_id", "id": "key_id"],
        "aws_lambda_permission": ["function_name": "function_name"],
        "aws_s3_bucket_notification": ["bucket": "bucket", "id": "bucket"],
        "aws_secretsmanager_secret_policy": ["secret_arn": "secret_arn", "id": "secret_arn"],
        "aws_secretsmanager_secret_rotation": ["secret_id": "secret_id", "id": "secret_id"],
        "aws_secretsmanager_secret_version": ["arn": "secret_id", "secret_id": "secret_id"],
        "aws_sns_topic_policy": ["arn": "arn", "id": "arn"],
        "aws_sqs_queue_policy": ["queue_url": "queue_url", "id": "queue_url"],
        "aws_sqs_queue_redrive_allow_policy": ["queue_url": "queue_url", "id": "queue_url"],
        "aws_sqs_queue_redrive_policy": ["queue_url": "queue_url", "id": "queue_url"],
        "data.aws_ecs_task_definition": [
            "arn": "task_definition", "arn_without_revision": "task_definition", "family": "task_definition",
            "id": "task_definition", "task_definition": "task_definition",
        ],
        "data.aws_kms_alias": ["arn": "name", "name": "name", "target_key_arn": "name", "target_key_id": "name"],
        "data.aws_kms_key": ["arn": "key_id", "id": "key_id", "key_id": "key_id"],
    ]

    /// The types that may stand in another's place.
    static let types = Set(arguments.keys)

    /// The argument by which a resource of a type names the one whose attribute this is; `nil` for its own attributes.
    static func argument(of type: String, for attribute: String) -> String? { arguments[type]?[attribute] }
}
