// Defaults: ECS CapacityProviderStrategyItem and ManagedScaling (botocore ecs 2014-11-13).
// Terraform: internal/service/ecs/capacity_provider.go; managed_scaling and all of its arguments are filled in by AWS where
// nobody writes them.
// Source: IAM CreateInstanceProfile and AddRoleToInstanceProfile (botocore iam 2010-05-08): a profile has one role at most.

extension KindDeclaration {
    static let instanceProfile = KindDeclaration(
        .instanceProfile, cloudFormation: ["AWS::IAM::InstanceProfile"], terraform: ["aws_iam_instance_profile"],
        namedBy: .profileName, "What gives instances their role.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .profileName, .string, cloudFormation: "Properties.InstanceProfileName", terraform: "name", isOptional: true,
                "Its own name."),
            .init(
                .roles, .list(.object(.role)), cloudFormation: "Properties.Roles", terraform: "role", default: .emptyList,
                "The role, as a list of one."),
        ])

    static let capacityProvider = KindDeclaration(
        .capacityProvider, cloudFormation: ["AWS::ECS::CapacityProvider"], terraform: ["aws_ecs_capacity_provider"],
        namedBy: .providerName, "An Auto Scaling group offered to ECS.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .providerName, .string, cloudFormation: "Properties.Name", terraform: "name", isOptional: true,
                "Its own name."),
            .init(
                .autoScalingGroup, .object(.autoScalingGroup),
                cloudFormation: "Properties.AutoScalingGroupProvider.AutoScalingGroupArn",
                terraform: "auto_scaling_group_provider.auto_scaling_group_arn", isOptional: true, "The group."),
            .init(
                .hasManagedScaling, .bool,
                cloudFormation: .path("Properties.AutoScalingGroupProvider.ManagedScaling", as: .presence),
                terraform: .path("auto_scaling_group_provider.managed_scaling", as: .presence), default: .bool(false),
                "It says something of managed scaling."),
            .init(
                .isManagedScalingOn, .bool,
                "ECS sizes the group. It does not where nothing is said of managed scaling."),
            .init(
                .isManagedInstances, .bool, cloudFormation: .path("Properties.ManagedInstancesProvider", as: .presence),
                terraform: .path("managed_instances_provider", as: .presence), "ECS starts and ends its instances itself."),
            .init(
                .capacityOptionType, .string,
                cloudFormation: "Properties.ManagedInstancesProvider.InstanceLaunchTemplate.CapacityOptionType",
                terraform: "managed_instances_provider.instance_launch_template.capacity_option_type",
                default: .string("ON_DEMAND"), "ON_DEMAND, SPOT or RESERVED; of Managed Instances."),
            .init(
                .requirements, .object(.instanceRequirements),
                cloudFormation: "Properties.ManagedInstancesProvider.InstanceLaunchTemplate.InstanceRequirements",
                terraform: "managed_instances_provider.instance_launch_template.instance_requirements", isOptional: true,
                "What the types of Managed Instances must have; absent leaves them to ECS."),
            .init(
                .managedScalingStatus, .string,
                cloudFormation: "Properties.AutoScalingGroupProvider.ManagedScaling.Status",
                terraform: "auto_scaling_group_provider.managed_scaling.status", isOptional: true,
                "ENABLED when ECS sizes the group."),
            .init(
                .targetCapacity, .integer, unit: .percent,
                cloudFormation: "Properties.AutoScalingGroupProvider.ManagedScaling.TargetCapacity",
                terraform: "auto_scaling_group_provider.managed_scaling.target_capacity", default: .integer(100),
                "How full ECS keeps the group."),
            .init(
                .minimumScalingStepSize, .integer, unit: .instances,
                cloudFormation: "Properties.AutoScalingGroupProvider.ManagedScaling.MinimumScalingStepSize",
                terraform: "auto_scaling_group_provider.managed_scaling.minimum_scaling_step_size",
                default: .integer(1), "The fewest instances that a step of managed scaling adds."),
            .init(
                .maximumScalingStepSize, .integer, unit: .instances,
                cloudFormation: "Properties.AutoScalingGroupProvider.ManagedScaling.MaximumScalingStepSize",
                terraform: "auto_scaling_group_provider.managed_scaling.maximum_scaling_step_size",
                default: .integer(10_000), "The most instances that a step of managed scaling adds."),
            .init(
                .instanceWarmupPeriod, .integer, unit: .seconds,
                cloudFormation: "Properties.AutoScalingGroupProvider.ManagedScaling.InstanceWarmupPeriod",
                terraform: "auto_scaling_group_provider.managed_scaling.instance_warmup_period", default: .integer(300),
                "How long a new instance warms up before the next step."),
            .init(
                .managedTerminationProtection, .string,
                cloudFormation: "Properties.AutoScalingGroupProvider.ManagedTerminationProtection",
                terraform: "auto_scaling_group_provider.managed_termination_protection", default: .string("DISABLED"),
                "Whether ECS keeps instances with tasks from scale-in."),
            .init(
                .managedDraining, .string, cloudFormation: "Properties.AutoScalingGroupProvider.ManagedDraining",
                terraform: "auto_scaling_group_provider.managed_draining", default: .string("ENABLED"),
                "Whether ECS drains instances before they end."),
        ])
}
