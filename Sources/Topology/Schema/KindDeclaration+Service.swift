// Defaults: ECS CreateService, CapacityProviderStrategyItem and ManagedScaling (botocore ecs 2014-11-13).

extension KindDeclaration {
    static let service = KindDeclaration(
        "service", cloudFormation: ["AWS::ECS::Service"], namedBy: "Properties.ServiceName", "An ECS service.",
        fields: [
            .init("name", .string, "The name for people."),
            .init("serviceName", .string, cloudFormation: "Properties.ServiceName", isOptional: true, "Its own name."),
            .init(
                "cluster", .object("cluster"), cloudFormation: "Properties.Cluster", isOptional: true,
                "The cluster; absent is the account's default cluster."),
            .init(
                "taskDefinition", .object("taskDefinition"), cloudFormation: "Properties.TaskDefinition",
                isOptional: true, "What it runs."),
            .init(
                "desiredCount", .integer, unit: .tasks, cloudFormation: "Properties.DesiredCount", isOptional: true,
                "Tasks wanted, as written."),
            .init(
                "launchType", .string, cloudFormation: "Properties.LaunchType", isOptional: true,
                "EC2, FARGATE or EXTERNAL, as written."),
            .init(
                "schedulingStrategy", .string, cloudFormation: "Properties.SchedulingStrategy",
                default: .string("REPLICA"), "REPLICA or DAEMON."),
            .init(
                "capacityProviderStrategy", .list(.object("strategyItem")),
                cloudFormation: "Properties.CapacityProviderStrategy", default: .emptyList,
                "The service's own capacity provider strategy."),
            .init(
                "effectiveStrategy", .list(.object("strategyItem")),
                "The strategy that counts: the service's own, else the cluster's default one; empty with a launch type."),
            .init(
                "minimumHealthyPercent", .integer, unit: .percent,
                cloudFormation: "Properties.DeploymentConfiguration.MinimumHealthyPercent", default: .integer(100),
                "Tasks that must stay during a deployment."),
            .init(
                "maximumPercent", .integer, unit: .percent,
                cloudFormation: "Properties.DeploymentConfiguration.MaximumPercent", default: .integer(200),
                "Tasks that there may be during a deployment."),
            .init(
                "assignPublicIp", .string,
                cloudFormation: "Properties.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp", isOptional: true,
                "ENABLED when its tasks get public IPv4 addresses."),
            .init(
                "placementConstraints", .list(.object("placementConstraint")),
                cloudFormation: "Properties.PlacementConstraints", default: .emptyList,
                "Which instances its tasks may stand on."),
            .init(
                "isOnFargate", .bool, "Its tasks run on Fargate: by launch type, strategy or the cluster's default."),
            .init("usesSpot", .bool, "Some of its tasks can run on Spot capacity."),
            .init("scalableTarget", .object("scalableTarget"), isOptional: true, "What lets Application Auto Scaling change its count."),
            .init("consumedQueues", .list(.object("queue")), "The queues that it receives from."),
            .init(
                "autoScalingGroups", .list(.object("autoScalingGroup")),
                "The Auto Scaling groups whose instances can run its tasks."),
            .init(
                "maxTasks", .integer, unit: .tasks,
                "The most tasks that scaling or the desired count asks for."),
        ])

    static let placementConstraint = KindDeclaration(
        "placementConstraint", "A rule for the instances of a service.",
        fields: [
            .init("type", .string, cloudFormation: "Type", isOptional: true, "distinctInstance or memberOf.")
        ])

    static let strategyItem = KindDeclaration(
        "strategyItem", "One line of a capacity provider strategy.",
        fields: [
            .init("capacityProvider", .string, cloudFormation: "CapacityProvider", isOptional: true, "The provider's name."),
            .init("base", .integer, unit: .tasks, cloudFormation: "Base", default: .integer(0), "The first tasks go here."),
            .init("weight", .integer, cloudFormation: "Weight", default: .integer(0), "Share of the tasks after the base."),
            .init("isFargateSpot", .bool, "The provider is FARGATE_SPOT."),
            .init(
                "autoScalingGroup", .object("autoScalingGroup"), isOptional: true,
                "The group that the provider is made of; absent for Fargate."),
            .init("isSpot", .bool, "The provider is FARGATE_SPOT, or a group that launches Spot instances only."),
        ])

    static let cluster = KindDeclaration(
        "cluster", cloudFormation: ["AWS::ECS::Cluster"], namedBy: "Properties.ClusterName", "An ECS cluster.",
        fields: [
            .init("name", .string, "The name for people."),
            .init("clusterName", .string, cloudFormation: "Properties.ClusterName", isOptional: true, "Its own name."),
            .init(
                "defaultStrategy", .list(.object("strategyItem")),
                cloudFormation: "Properties.DefaultCapacityProviderStrategy", default: .emptyList,
                "The strategy of services that name neither strategy nor launch type, as the cluster says it."),
        ])

    static let capacityProviderAssociation = KindDeclaration(
        "capacityProviderAssociation", cloudFormation: ["AWS::ECS::ClusterCapacityProviderAssociations"],
        "Capacity providers given to a cluster by a resource of their own.",
        fields: [
            .init("name", .string, "The name for people."),
            .init("cluster", .object("cluster"), cloudFormation: "Properties.Cluster", isOptional: true, "The cluster."),
            .init(
                "defaultStrategy", .list(.object("strategyItem")),
                cloudFormation: "Properties.DefaultCapacityProviderStrategy", default: .emptyList,
                "The cluster's default strategy."),
        ])

    static let capacityProvider = KindDeclaration(
        "capacityProvider", cloudFormation: ["AWS::ECS::CapacityProvider"], namedBy: "Properties.Name", "An Auto Scaling group offered to ECS.",
        fields: [
            .init("name", .string, "The name for people."),
            .init("providerName", .string, cloudFormation: "Properties.Name", isOptional: true, "Its own name."),
            .init(
                "autoScalingGroup", .object("autoScalingGroup"),
                cloudFormation: "Properties.AutoScalingGroupProvider.AutoScalingGroupArn", isOptional: true, "The group."),
            .init(
                "managedScalingStatus", .string,
                cloudFormation: "Properties.AutoScalingGroupProvider.ManagedScaling.Status", isOptional: true,
                "ENABLED when ECS sizes the group."),
            .init(
                "targetCapacity", .integer, unit: .percent,
                cloudFormation: "Properties.AutoScalingGroupProvider.ManagedScaling.TargetCapacity",
                default: .integer(100), "How full ECS keeps the group."),
            .init(
                "minimumScalingStepSize", .integer, unit: .instances,
                cloudFormation: "Properties.AutoScalingGroupProvider.ManagedScaling.MinimumScalingStepSize",
                default: .integer(1), "The fewest instances that a step of managed scaling adds."),
            .init(
                "maximumScalingStepSize", .integer, unit: .instances,
                cloudFormation: "Properties.AutoScalingGroupProvider.ManagedScaling.MaximumScalingStepSize",
                default: .integer(10_000), "The most instances that a step of managed scaling adds."),
            .init(
                "instanceWarmupPeriod", .integer, unit: .seconds,
                cloudFormation: "Properties.AutoScalingGroupProvider.ManagedScaling.InstanceWarmupPeriod",
                default: .integer(300), "How long a new instance warms up before the next step."),
            .init(
                "managedTerminationProtection", .string,
                cloudFormation: "Properties.AutoScalingGroupProvider.ManagedTerminationProtection",
                default: .string("DISABLED"), "Whether ECS keeps instances with tasks from scale-in."),
        ])
}
