// Sources: AWS::KMS::Key, AWS::KMS::Alias, AWS::SecretsManager::Secret, AWS::SecretsManager::ResourcePolicy,
// AWS::SSM::Parameter and AWS::Logs::LogGroup in the CloudFormation reference.
// Terraform: the provider's pages kms_key, kms_replica_key, kms_external_key, kms_replica_external_key, kms_alias,
// kms_key_policy, kms_grant (which CloudFormation does not have), secretsmanager_secret, secretsmanager_secret_policy,
// ssm_parameter and cloudwatch_log_group (retention_in_days 0 keeps for ever).

extension KindDeclaration {
    static let kmsKey = KindDeclaration(
        .kmsKey, cloudFormation: ["AWS::KMS::Key", "AWS::KMS::ReplicaKey"],
        terraform: ["aws_kms_key", "aws_kms_replica_key", "aws_kms_external_key", "aws_kms_replica_external_key"], "A KMS key.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .statements, .list(.object(.statement)), cloudFormation: "Properties.KeyPolicy.Statement",
                terraform: "policy.Statement", default: .emptyList, "What the key's own policy allows and denies."),
            .init(.policyStatements, .list(.object(.statement)), "Every statement of its policies."),
        ])

    static let kmsAlias = KindDeclaration(
        .kmsAlias, cloudFormation: ["AWS::KMS::Alias"], terraform: ["aws_kms_alias"], namedBy: .aliasName,
        "Another name of a KMS key.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .aliasName, .string, cloudFormation: "Properties.AliasName", terraform: "name", isOptional: true,
                "alias/jobs."),
            .init(
                .key, .object(.kmsKey), cloudFormation: "Properties.TargetKeyId", terraform: "target_key_id",
                isOptional: true, "The key."),
        ])

    static let keyPolicy = KindDeclaration(
        .keyPolicy, terraform: ["aws_kms_key_policy"], "The policy of a KMS key as a resource of its own.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(.key, .object(.kmsKey), terraform: "key_id", isOptional: true, "The key."),
            .init(
                .statements, .list(.object(.statement)), terraform: "policy.Statement", default: .emptyList,
                "What it allows and denies."),
        ])

    static let keyGrant = KindDeclaration(
        .keyGrant, terraform: ["aws_kms_grant"], "Leave to use a KMS key, beside its policies.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(.key, .object(.kmsKey), terraform: "key_id", isOptional: true, "The key."),
            .init(
                .role, .object(.role), terraform: "grantee_principal", isOptional: true,
                "The role that gets it; unknown for another principal."),
            .init(
                .operations, .list(.string), terraform: "operations", default: .emptyList,
                "What it may do: Decrypt, GenerateDataKey."),
        ])

    static let secretPolicy = KindDeclaration(
        .secretPolicy, cloudFormation: ["AWS::SecretsManager::ResourcePolicy"],
        terraform: ["aws_secretsmanager_secret_policy"], "The policy of a secret as a resource of its own.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .secret, .object(.secret), cloudFormation: "Properties.SecretId", terraform: "secret_arn", isOptional: true,
                "The secret."),
            .init(
                .statements, .list(.object(.statement)), cloudFormation: "Properties.ResourcePolicy.Statement",
                terraform: "policy.Statement", default: .emptyList, "What it allows and denies."),
        ])

    static let secret = KindDeclaration(
        .secret, cloudFormation: ["AWS::SecretsManager::Secret"], terraform: ["aws_secretsmanager_secret"],
        namedBy: .secretName, "A secret of Secrets Manager.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .secretName, .string, cloudFormation: "Properties.Name", terraform: "name", isOptional: true,
                "Its own name."),
            .init(
                .kmsKeyId, .string, cloudFormation: "Properties.KmsKeyId", terraform: "kms_key_id", isOptional: true,
                "The key that encrypts it; absent for AWS's own."),
            .init(.key, .object(.kmsKey), isOptional: true, "The customer's key, when it stands in the input."),
            .init(.usesAwsManagedKey, .bool, "It is encrypted with alias/aws/secretsmanager."),
            .init(.usesCustomerKey, .bool, "It is encrypted with a KMS key of the customer."),
            .init(
                .ownStatements, .list(.object(.statement)), terraform: "policy.Statement", default: .emptyList,
                "The policy that stands in the secret itself (Terraform)."),
            .init(.policyStatements, .list(.object(.statement)), "Every statement of its policies."),
        ])

    static let parameter = KindDeclaration(
        .parameter, cloudFormation: ["AWS::SSM::Parameter"], terraform: ["aws_ssm_parameter"], namedBy: .parameterName,
        "A parameter of Parameter Store.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .parameterName, .string, cloudFormation: "Properties.Name", terraform: "name", isOptional: true,
                "Its own name."),
            .init(
                .type, .string, cloudFormation: "Properties.Type", terraform: "type", isOptional: true,
                "String, StringList or SecureString."),
            .init(
                .kmsKeyId, .string, terraform: "key_id", isOptional: true,
                "The key of a SecureString; absent for AWS's own. CloudFormation makes none."),
            .init(.key, .object(.kmsKey), isOptional: true, "The customer's key, when it stands in the input."),
            .init(.usesAwsManagedKey, .bool, "It is encrypted with alias/aws/ssm."),
            .init(.usesCustomerKey, .bool, "It is encrypted with a KMS key of the customer."),
        ])

    static let logGroup = KindDeclaration(
        .logGroup, cloudFormation: ["AWS::Logs::LogGroup"], terraform: ["aws_cloudwatch_log_group"],
        namedBy: .logGroupName, "A log group of CloudWatch.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .logGroupName, .string, cloudFormation: "Properties.LogGroupName", terraform: "name", isOptional: true,
                "Its own name."),
            .init(
                .retentionInDays, .integer, cloudFormation: "Properties.RetentionInDays", terraform: "retention_in_days",
                default: .integer(0), "Days that it keeps logs; 0 keeps them for ever."),
        ])
}
