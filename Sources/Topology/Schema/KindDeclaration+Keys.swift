// Sources: AWS::KMS::Key, AWS::KMS::Alias, AWS::SecretsManager::Secret, AWS::SSM::Parameter and AWS::Logs::LogGroup in the
// CloudFormation reference; aws_kms_key, aws_kms_alias, aws_kms_key_policy, aws_secretsmanager_secret, aws_ssm_parameter and
// aws_cloudwatch_log_group in Terraform's AWS provider (retention_in_days 0 keeps for ever).

extension KindDeclaration {
    static let kmsKey = KindDeclaration(
        "kmsKey", cloudFormation: ["AWS::KMS::Key", "AWS::KMS::ReplicaKey"],
        terraform: ["aws_kms_key", "aws_kms_replica_key"], "A KMS key.",
        fields: [
            .init("name", .string, "The name for people."),
            .init(
                "statements", .list(.object("statement")), cloudFormation: "Properties.KeyPolicy.Statement",
                terraform: "policy.Statement", default: .emptyList, "What the key's own policy allows and denies."),
            .init("policyStatements", .list(.object("statement")), "Every statement of its policies."),
        ])

    static let kmsAlias = KindDeclaration(
        "kmsAlias", cloudFormation: ["AWS::KMS::Alias"], terraform: ["aws_kms_alias"], namedBy: "aliasName",
        "Another name of a KMS key.",
        fields: [
            .init("name", .string, "The name for people."),
            .init(
                "aliasName", .string, cloudFormation: "Properties.AliasName", terraform: "name", isOptional: true,
                "alias/jobs."),
            .init(
                "key", .object("kmsKey"), cloudFormation: "Properties.TargetKeyId", terraform: "target_key_id",
                isOptional: true, "The key."),
        ])

    static let keyPolicy = KindDeclaration(
        "keyPolicy", terraform: ["aws_kms_key_policy"], "The policy of a KMS key as a resource of its own.",
        fields: [
            .init("name", .string, "The name for people."),
            .init("key", .object("kmsKey"), terraform: "key_id", isOptional: true, "The key."),
            .init(
                "statements", .list(.object("statement")), terraform: "policy.Statement", default: .emptyList,
                "What it allows and denies."),
        ])

    static let secret = KindDeclaration(
        "secret", cloudFormation: ["AWS::SecretsManager::Secret"], terraform: ["aws_secretsmanager_secret"],
        namedBy: "secretName", "A secret of Secrets Manager.",
        fields: [
            .init("name", .string, "The name for people."),
            .init(
                "secretName", .string, cloudFormation: "Properties.Name", terraform: "name", isOptional: true,
                "Its own name."),
            .init(
                "kmsKeyId", .string, cloudFormation: "Properties.KmsKeyId", terraform: "kms_key_id", isOptional: true,
                "The key that encrypts it; absent for AWS's own."),
        ])

    static let parameter = KindDeclaration(
        "parameter", cloudFormation: ["AWS::SSM::Parameter"], terraform: ["aws_ssm_parameter"], namedBy: "parameterName",
        "A parameter of Parameter Store.",
        fields: [
            .init("name", .string, "The name for people."),
            .init(
                "parameterName", .string, cloudFormation: "Properties.Name", terraform: "name", isOptional: true,
                "Its own name."),
            .init(
                "type", .string, cloudFormation: "Properties.Type", terraform: "type", isOptional: true,
                "String, StringList or SecureString."),
        ])

    static let logGroup = KindDeclaration(
        "logGroup", cloudFormation: ["AWS::Logs::LogGroup"], terraform: ["aws_cloudwatch_log_group"],
        namedBy: "logGroupName", "A log group of CloudWatch.",
        fields: [
            .init("name", .string, "The name for people."),
            .init(
                "logGroupName", .string, cloudFormation: "Properties.LogGroupName", terraform: "name", isOptional: true,
                "Its own name."),
            .init(
                "retentionInDays", .integer, cloudFormation: "Properties.RetentionInDays", terraform: "retention_in_days",
                default: .integer(0), "Days that it keeps logs; 0 keeps them for ever."),
        ])
}
