// Defaults: ECS RegisterTaskDefinition, EFSVolumeConfiguration and ClusterSetting (botocore ecs 2014-11-13).

extension KindDeclaration {
    static let logConfiguration = KindDeclaration(
        .logConfiguration, "Where a container's logs go.",
        fields: [
            .init(
                .logDriver, .string, cloudFormation: "LogDriver", terraform: "logDriver", isOptional: true,
                "awslogs, awsfirelens, splunk, ..."),
            .init(
                .group, .string, cloudFormation: "Options.awslogs-group", terraform: "options.awslogs-group",
                isOptional: true, "The log group's name, as written."),
            .init(
                .logGroup, .object(.logGroup), cloudFormation: "Options.awslogs-group",
                terraform: "options.awslogs-group", isOptional: true, "The log group of awslogs."),
            .init(
                .region, .string, cloudFormation: "Options.awslogs-region", terraform: "options.awslogs-region",
                isOptional: true, "The region of the log group."),
            .init(
                .streamPrefix, .string, cloudFormation: "Options.awslogs-stream-prefix",
                terraform: "options.awslogs-stream-prefix", isOptional: true, "What its streams' names begin with."),
            .init(
                .createsGroup, .bool, cloudFormation: "Options.awslogs-create-group",
                terraform: "options.awslogs-create-group", default: .bool(false), "It makes the group when it starts."),
            .init(
                .makesGroup, .bool, "awslogs makes its log group when it starts: no group of the input has its name."),
            .init(
                .mayCreateGroup, .bool, isOptional: true,
                "The execution role may make the log group (logs:CreateLogGroup); absent without such a role."),
            .init(
                .secretOptions, .list(.object(.secretVariable)), cloudFormation: "SecretOptions",
                terraform: "secretOptions", default: .emptyList, "Options that are filled from secrets."),
        ])

    static let volume = KindDeclaration(
        .volume, "A volume of a task definition.",
        fields: [
            .init(.name, .string, cloudFormation: "Name", terraform: "name", default: .string(""), "Its name."),
            .init(
                .hostPath, .string, cloudFormation: "Host.SourcePath", terraform: .path("host_path", as: .absentWhenEmpty),
                isOptional: true, "The folder of the host that it shows."),
            .init(
                .efs, .object(.efsVolume), cloudFormation: "EFSVolumeConfiguration|EfsVolumeConfiguration",
                terraform: "efs_volume_configuration", isOptional: true, "The EFS file system that it shows."),
        ])

    static let efsVolume = KindDeclaration(
        .efsVolume, "An EFS file system as a volume.",
        fields: [
            .init(
                .fileSystemId, .string, cloudFormation: "FilesystemId", terraform: "file_system_id", isOptional: true,
                "The file system."),
            .init(
                .transitEncryption, .string, cloudFormation: "TransitEncryption", terraform: "transit_encryption",
                default: .string("DISABLED"), "ENABLED when the way there is encrypted."),
            .init(
                .iam, .string, cloudFormation: "AuthorizationConfig.IAM|AuthorizationConfig.Iam",
                terraform: "authorization_config.iam", default: .string("DISABLED"), "ENABLED when the task role mounts it."),
        ])

    static let clusterSetting = KindDeclaration(
        .clusterSetting, "A setting of a cluster.",
        fields: [
            .init(.name, .string, cloudFormation: "Name", terraform: "name", default: .string(""), "containerInsights."),
            .init(.value, .string, cloudFormation: "Value", terraform: "value", isOptional: true, "Its value."),
        ])

    static let agentSettings = KindDeclaration(
        .agentSettings, "What the user data of an Auto Scaling group tells the ECS agent.",
        fields: [
            .init(.isVisible, .bool, "There is user data, or surely none; false where it is wholly unknown."),
            .init(.hasUserData, .bool, "There is user data."),
            .init(.setsCluster, .bool, "It sets ECS_CLUSTER; without it instances join the cluster default."),
            .init(.cluster, .string, isOptional: true, "ECS_CLUSTER."),
            .init(.isSpotDrainingOn, .bool, "It sets ECS_ENABLE_SPOT_INSTANCE_DRAINING to true; off by default."),
            .init(
                .blocksTaskMetadata, .bool,
                "It sets ECS_AWSVPC_BLOCK_IMDS to true: tasks in awsvpc mode do not reach the instance's metadata."),
            .init(.setsReservedMemory, .bool, "It sets ECS_RESERVED_MEMORY."),
            .init(.reservedMemory, .integer, unit: .mebibytes, "ECS_RESERVED_MEMORY; 0 where it is not set."),
            .init(
                .stopTimeout, .integer, unit: .seconds, isOptional: true,
                "ECS_CONTAINER_STOP_TIMEOUT in seconds; absent where it is not set."),
        ])
}
