// Defaults: ECS CreateService, CapacityProviderStrategyItem and ManagedScaling (botocore ecs 2014-11-13).
// Terraform: internal/service/ecs/{service,capacity_provider}.go and the provider's pages ecs_cluster,
// ecs_cluster_capacity_providers and ecs_account_setting_default; a cluster's own strategy went away in v5. managed_scaling
// and all of its arguments are filled in by AWS where nobody writes them.

extension KindDeclaration {
    static let service = KindDeclaration(
        .service, cloudFormation: ["AWS::ECS::Service"], terraform: ["aws_ecs_service"], namedBy: .serviceName,
        "An ECS service.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .serviceName, .string, cloudFormation: "Properties.ServiceName", terraform: "name", isOptional: true,
                "Its own name."),
            .init(
                .tags, .list(.object(.tag)), cloudFormation: "Properties.Tags",
                terraform: .path("tags|tags_all", as: .keyValueMap(key: "key", value: "value")), default: .emptyList,
                "Its tags."),
            .init(
                .cluster, .object(.cluster), cloudFormation: "Properties.Cluster", terraform: "cluster",
                isOptional: true, "The cluster; absent is the account's default cluster."),
            .init(
                .taskDefinition, .object(.taskDefinition), cloudFormation: "Properties.TaskDefinition",
                terraform: "task_definition", isOptional: true, "What it runs."),
            .init(
                .desiredCount, .integer, unit: .tasks, cloudFormation: "Properties.DesiredCount",
                terraform: "desired_count", isOptional: true, "Tasks wanted, as written."),
            .init(
                .launchType, .string, cloudFormation: "Properties.LaunchType",
                terraform: .path("launch_type", as: .absentWhenEmpty), isOptional: true,
                "EC2, FARGATE or EXTERNAL, as written."),
            .init(
                .schedulingStrategy, .string, cloudFormation: "Properties.SchedulingStrategy",
                terraform: "scheduling_strategy", default: .string("REPLICA"), "REPLICA or DAEMON."),
            .init(
                .capacityProviderStrategy, .list(.object(.strategyItem)),
                cloudFormation: "Properties.CapacityProviderStrategy", terraform: "capacity_provider_strategy",
                default: .emptyList, "The service's own capacity provider strategy."),
            .init(
                .effectiveStrategy, .list(.object(.strategyItem)),
                "The strategy that counts: the service's own, else the cluster's default one; empty with a launch type."),
            .init(
                .minimumHealthyPercent, .integer, unit: .percent,
                cloudFormation: "Properties.DeploymentConfiguration.MinimumHealthyPercent",
                terraform: "deployment_minimum_healthy_percent", default: .integer(100),
                "Tasks that must stay during a deployment."),
            .init(
                .maximumPercent, .integer, unit: .percent,
                cloudFormation: "Properties.DeploymentConfiguration.MaximumPercent",
                terraform: "deployment_maximum_percent", default: .integer(200),
                "Tasks that there may be during a deployment."),
            .init(
                .assignPublicIp, .string,
                cloudFormation: "Properties.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp",
                terraform: .path("network_configuration.assign_public_ip", as: .enabledDisabled), isOptional: true,
                "ENABLED when its tasks get public IPv4 addresses."),
            .init(
                .hasLoadBalancer, .bool, cloudFormation: .path("Properties.LoadBalancers", as: .presence),
                terraform: .path("load_balancer", as: .presence), "A load balancer or target group sends it requests."),
            .init(
                .placementConstraints, .list(.object(.placementConstraint)),
                cloudFormation: "Properties.PlacementConstraints", terraform: "placement_constraints",
                default: .emptyList, "Which instances its tasks may stand on."),
            .init(.isOnFargate, .bool, "Its tasks run on Fargate: by launch type, strategy or the cluster's default."),
            .init(.usesSpot, .bool, "Some of its tasks can run on Spot capacity."),
            .init(
                .scalableTarget, .object(.scalableTarget), isOptional: true,
                "What lets Application Auto Scaling change its count."),
            .init(.consumedQueues, .list(.object(.queue)), "The queues that it receives from."),
            .init(
                .autoScalingGroups, .list(.object(.autoScalingGroup)),
                "The Auto Scaling groups whose instances can run its tasks."),
            .init(.maxTasks, .integer, unit: .tasks, "The most tasks that scaling or the desired count asks for."),
            .init(
                .deploymentController, .string, cloudFormation: "Properties.DeploymentController.Type",
                terraform: "deployment_controller.type", default: .string("ECS"), "ECS, CODE_DEPLOY or EXTERNAL."),
            .init(
                .isCircuitBreakerOn, .bool,
                cloudFormation: "Properties.DeploymentConfiguration.DeploymentCircuitBreaker.Enable",
                terraform: "deployment_circuit_breaker.enable", default: .bool(false),
                "A deployment that never becomes stable stops."),
            .init(
                .enableExecuteCommand, .bool, cloudFormation: "Properties.EnableExecuteCommand",
                terraform: "enable_execute_command", default: .bool(false), "ECS Exec is on."),
            .init(
                .hasNetworkConfiguration, .bool,
                cloudFormation: .path("Properties.NetworkConfiguration", as: .presence),
                terraform: .path("network_configuration", as: .presence), default: .bool(false),
                "Its tasks are given subnets."),
            .init(
                .subnets, .list(.string), cloudFormation: "Properties.NetworkConfiguration.AwsvpcConfiguration.Subnets",
                terraform: "network_configuration.subnets", default: .emptyList, "Where its tasks start."),
            .init(.consumptions, .list(.object(.consumer)), "What it receives, as consumers of the queues."),
            .init(
                .queueAccess, .list(.object(.queueAccess)),
                "For each queue that it receives from, what its task role may do with it."),
            .init(
                .provenQueues, .list(.object(.queue)),
                "The queues that it receives from by other evidence than its scaling."),
            .init(
                .minTasks, .integer, unit: .tasks,
                "The fewest tasks: the scalable target's minimum, else the desired count."),
            .init(.isSpotOnly, .bool, "All its tasks run on Spot capacity."),
            .init(
                .isDesiredCountIgnored, .bool,
                "Terraform ignores changes of desired_count; false in CloudFormation."),
            .init(.mayProtectTasks, .bool, "Its task role may call ecs:UpdateTaskProtection."),
            .init(
                .deploymentStrategy, .string, cloudFormation: "Properties.DeploymentConfiguration.Strategy",
                terraform: "deployment_configuration.strategy", default: .string("ROLLING"),
                "ROLLING, BLUE_GREEN, LINEAR or CANARY; of the ECS deployment controller."),
            .init(
                .availabilityZoneRebalancing, .string, cloudFormation: "Properties.AvailabilityZoneRebalancing",
                terraform: "availability_zone_rebalancing", isOptional: true,
                "ENABLED when ECS moves tasks between zones to even them out, as written."),
            .init(
                .stopsByAlarms, .bool, cloudFormation: "Properties.DeploymentConfiguration.Alarms.Enable",
                terraform: "alarms.enable", default: .bool(false), "Alarms stop a deployment that goes wrong."),
            .init(
                .platformVersion, .string, cloudFormation: "Properties.PlatformVersion",
                terraform: .path("platform_version", as: .absentWhenEmpty), isOptional: true,
                "The version of Fargate's platform, as written; LATEST where nothing is written."),
            .init(
                .bakeTimeMinutes, .integer,
                cloudFormation: "Properties.DeploymentConfiguration.BakeTimeInMinutes",
                terraform: "deployment_configuration.bake_time_in_minutes", isOptional: true,
                "How long both versions run after all traffic went over to the new one, as written."),
            .init(
                .hasOtherScaler, .bool,
                "A function, a schedule, a workflow or a task of the input may call ecs:UpdateService on it."),
        ])

    static let tag = KindDeclaration(
        .tag, "A tag of a resource.",
        fields: [
            .init(.key, .string, cloudFormation: "Key", terraform: "key", default: .string(""), "Its key."),
            .init(.value, .string, cloudFormation: "Value", terraform: "value", isOptional: true, "Its value."),
        ])

    static let placementConstraint = KindDeclaration(
        .placementConstraint, "A rule for the instances of a service.",
        fields: [
            .init(
                .type, .string, cloudFormation: "Type", terraform: "type", isOptional: true,
                "distinctInstance or memberOf.")
        ])

    static let strategyItem = KindDeclaration(
        .strategyItem, "One line of a capacity provider strategy.",
        fields: [
            .init(
                .capacityProvider, .string, cloudFormation: "CapacityProvider", terraform: "capacity_provider",
                isOptional: true, "The provider's name."),
            .init(
                .base, .integer, unit: .tasks, cloudFormation: "Base", terraform: "base", default: .integer(0),
                "The first tasks go here."),
            .init(
                .weight, .integer, cloudFormation: "Weight", terraform: "weight", default: .integer(0),
                "Share of the tasks after the base."),
            .init(.isFargateSpot, .bool, "The provider is FARGATE_SPOT."),
            .init(
                .autoScalingGroup, .object(.autoScalingGroup), isOptional: true,
                "The group that the provider is made of; absent for Fargate."),
            .init(
                .isSpot, .bool,
                "The provider is FARGATE_SPOT, Managed Instances of Spot, or a group that launches Spot instances only."),
            .init(.isFargate, .bool, "The provider is FARGATE or FARGATE_SPOT."),
            .init(.isManagedInstances, .bool, "The provider is one of ECS Managed Instances."),
            .init(
                .managedProvider, .object(.capacityProvider), isOptional: true,
                "The provider, where it is one of ECS Managed Instances of the input."),
            .init(
                .isAssociated, .bool, isOptional: true,
                "The cluster has the provider; absent where the cluster is not in the input."),
        ])

    static let cluster = KindDeclaration(
        .cluster, cloudFormation: ["AWS::ECS::Cluster"], terraform: ["aws_ecs_cluster"], namedBy: .clusterName,
        "An ECS cluster.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .clusterName, .string, cloudFormation: "Properties.ClusterName", terraform: "name", isOptional: true,
                "Its own name."),
            .init(
                .capacityProviders, .list(.string), cloudFormation: "Properties.CapacityProviders",
                terraform: "capacity_providers", default: .emptyList,
                "The capacity providers that its services may use, as the cluster says it."),
            .init(
                .defaultStrategy, .list(.object(.strategyItem)),
                cloudFormation: "Properties.DefaultCapacityProviderStrategy",
                terraform: "default_capacity_provider_strategy", default: .emptyList,
                "The strategy of services that name neither strategy nor launch type, as the cluster says it."),
            .init(
                .settings, .list(.object(.clusterSetting)), cloudFormation: "Properties.ClusterSettings",
                terraform: "setting", default: .emptyList, "Its settings."),
            .init(
                .containerInsights, .string,
                "enabled, enhanced or disabled; where it says nothing what an account setting of the input says, else disabled, the default of accounts."
            ),
            .init(
                .executeCommandLogging, .string,
                cloudFormation: "Properties.Configuration.ExecuteCommandConfiguration.Logging",
                terraform: "configuration.execute_command_configuration.logging", default: .string("DEFAULT"),
                "NONE, DEFAULT (the containers' own awslogs) or OVERRIDE."),
            .init(
                .stoppedTaskRules, .list(.object(.eventRule)),
                "Event rules on stopped tasks (ECS Task State Change) that feed a topic, a queue or a function."),
            .init(.services, .list(.object(.service)), "The services on it."),
            .init(
                .strategyItems, .list(.object(.strategyItem)),
                "The lines of all strategies on it: its default one, those of its services and of event targets."),
        ])

    static let accountSetting = KindDeclaration(
        .accountSetting, terraform: ["aws_ecs_account_setting_default"],
        "What ECS takes in an account where a cluster or service does not say.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .settingName, .string, terraform: "name", isOptional: true, "containerInsights, awsvpcTrunking, ..."),
            .init(.value, .string, terraform: "value", isOptional: true, "Its value: enabled."),
        ])

    static let capacityProviderAssociation = KindDeclaration(
        .capacityProviderAssociation, cloudFormation: ["AWS::ECS::ClusterCapacityProviderAssociations"],
        terraform: ["aws_ecs_cluster_capacity_providers"],
        "Capacity providers given to a cluster by a resource of their own.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .cluster, .object(.cluster), cloudFormation: "Properties.Cluster", terraform: "cluster_name",
                isOptional: true, "The cluster."),
            .init(
                .capacityProviders, .list(.string), cloudFormation: "Properties.CapacityProviders",
                terraform: "capacity_providers", default: .emptyList,
                "The capacity providers that it gives to the cluster."),
            .init(
                .defaultStrategy, .list(.object(.strategyItem)),
                cloudFormation: "Properties.DefaultCapacityProviderStrategy",
                terraform: "default_capacity_provider_strategy", default: .emptyList,
                "The cluster's default strategy."),
        ])
}
