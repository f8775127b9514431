// Defaults: AutoScaling InstancesDistribution (botocore autoscaling 2011-01-01).

extension KindDeclaration {
    static let autoScalingGroup = KindDeclaration(
        "autoScalingGroup", cloudFormation: ["AWS::AutoScaling::AutoScalingGroup"], namedBy: "Properties.AutoScalingGroupName", "An EC2 Auto Scaling group.",
        fields: [
            .init("name", .string, "The name for people."),
            .init(
                "groupName", .string, cloudFormation: "Properties.AutoScalingGroupName", isOptional: true,
                "Its own name."),
            .init(
                "minSize", .integer, unit: .instances, cloudFormation: "Properties.MinSize", isOptional: true,
                "Fewest instances."),
            .init(
                "maxSize", .integer, unit: .instances, cloudFormation: "Properties.MaxSize", isOptional: true,
                "Most instances."),
            .init(
                "desiredCapacity", .integer, unit: .instances, cloudFormation: "Properties.DesiredCapacity",
                isOptional: true, "Instances wanted, as written."),
            .init(
                "launchTemplate", .object("launchTemplate"),
                cloudFormation:
                    "Properties.LaunchTemplate|Properties.MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification",
                isOptional: true, "How its instances start."),
            .init(
                "launchConfiguration", .object("launchConfiguration"),
                cloudFormation: "Properties.LaunchConfigurationName", isOptional: true,
                "How its instances start, in the old way."),
            .init(
                "isMixed", .bool, "It has a mixed instances policy."),
            .init(
                "onDemandBaseCapacity", .integer, unit: .instances,
                cloudFormation: "Properties.MixedInstancesPolicy.InstancesDistribution.OnDemandBaseCapacity",
                default: .integer(0), "The first instances that are on demand."),
            .init(
                "onDemandPercentageAboveBaseCapacity", .integer, unit: .percent,
                cloudFormation:
                    "Properties.MixedInstancesPolicy.InstancesDistribution.OnDemandPercentageAboveBaseCapacity",
                default: .integer(100), "Share of the others that is on demand."),
            .init(
                "overrides", .list(.object("launchOverride")),
                cloudFormation: "Properties.MixedInstancesPolicy.LaunchTemplate.Overrides", default: .emptyList,
                "Instance types in place of the launch template's."),
            .init(
                "instanceTypes", .list(.string), "The types that it can start: its overrides, else its launch template's."),
            .init("usesSpot", .bool, "It can start Spot instances."),
            .init(
                "ecsReservedMemory", .integer, unit: .mebibytes, default: .integer(0),
                "ECS_RESERVED_MEMORY in its user data: what the agent keeps from tasks; 0 where it is not set."),
            .init(
                "targetCapacity", .integer, unit: .percent, default: .integer(100),
                "How full managed scaling keeps it, by the capacity provider that is made of it; 100 without one."),
            .init("daemons", .list(.object("service")), "The DAEMON services that run on each of its instances."),
            .init(
                "newInstancesProtectedFromScaleIn", .bool,
                cloudFormation: "Properties.NewInstancesProtectedFromScaleIn", default: .bool(false),
                "New instances are kept from scale-in."),
            .init(
                "subnets", .list(.string), cloudFormation: "Properties.VPCZoneIdentifier", default: .emptyList,
                "Where instances start."),
        ])

    static let launchOverride = KindDeclaration(
        "launchOverride", "An instance type of a mixed instances policy.",
        fields: [
            .init("instanceType", .string, cloudFormation: "InstanceType", isOptional: true, "The type."),
            .init("weightedCapacity", .integer, cloudFormation: "WeightedCapacity", isOptional: true, "What one counts for."),
        ])

    static let launchTemplate = KindDeclaration(
        "launchTemplate", cloudFormation: ["AWS::EC2::LaunchTemplate"], namedBy: "Properties.LaunchTemplateName", "A launch template.",
        fields: [
            .init("name", .string, "The name for people."),
            .init(
                "templateName", .string, cloudFormation: "Properties.LaunchTemplateName", isOptional: true,
                "Its own name."),
            .init(
                "instanceType", .string, cloudFormation: "Properties.LaunchTemplateData.InstanceType",
                isOptional: true, "The type."),
            .init(
                "marketType", .string,
                cloudFormation: "Properties.LaunchTemplateData.InstanceMarketOptions.MarketType", isOptional: true,
                "spot for Spot instances."),
            .init(
                "userData", .string, cloudFormation: "Properties.LaunchTemplateData.UserData", isOptional: true,
                "The script of the first boot, decoded."),
            .init(
                "blockDevices", .list(.object("blockDevice")),
                cloudFormation: "Properties.LaunchTemplateData.BlockDeviceMappings", default: .emptyList,
                "Volumes beside, or in place of, those of the image."),
            .init(
                "networkInterfaces", .list(.object("launchInterface")),
                cloudFormation: "Properties.LaunchTemplateData.NetworkInterfaces", default: .emptyList,
                "Network interfaces of its own."),
        ])

    static let blockDevice = KindDeclaration(
        "blockDevice", "A volume that an instance starts with.",
        fields: [
            .init(
                "volumeSizeGiB", .integer, cloudFormation: "Ebs.VolumeSize", isOptional: true,
                "Its size in GiB; absent is the snapshot's."),
            .init(
                "volumeType", .string, cloudFormation: "Ebs.VolumeType", default: .string("gp2"), "Its type, such as gp3."),
        ])

    static let launchInterface = KindDeclaration(
        "launchInterface", "A network interface of a launch template.",
        fields: [
            .init(
                "associatePublicIpAddress", .bool, cloudFormation: "AssociatePublicIpAddress", isOptional: true,
                "It gets a public IPv4 address; absent leaves that to the subnet.")
        ])

    static let warmPool = KindDeclaration(
        "warmPool", cloudFormation: ["AWS::AutoScaling::WarmPool"], "Instances of a group that wait for use.",
        fields: [
            .init("name", .string, "The name for people."),
            .init(
                "autoScalingGroup", .object("autoScalingGroup"), cloudFormation: "Properties.AutoScalingGroupName",
                isOptional: true, "The group."),
            .init(
                "minSize", .integer, unit: .instances, cloudFormation: "Properties.MinSize", default: .integer(0),
                "Fewest instances that wait."),
            .init(
                "maxGroupPreparedCapacity", .integer, unit: .instances,
                cloudFormation: "Properties.MaxGroupPreparedCapacity", isOptional: true,
                "Instances in use and waiting together; absent is the group's maximum."),
            .init(
                "poolState", .string, cloudFormation: "Properties.PoolState", default: .string("Stopped"),
                "Stopped, Hibernated or Running."),
        ])

    static let launchConfiguration = KindDeclaration(
        "launchConfiguration", cloudFormation: ["AWS::AutoScaling::LaunchConfiguration"], namedBy: "Properties.LaunchConfigurationName", "A launch configuration.",
        fields: [
            .init("name", .string, "The name for people."),
            .init(
                "instanceType", .string, cloudFormation: "Properties.InstanceType", isOptional: true, "The type."),
            .init(
                "spotPrice", .string, cloudFormation: "Properties.SpotPrice", isOptional: true,
                "The highest Spot price; present for Spot instances."),
            .init(
                "userData", .string, cloudFormation: "Properties.UserData", isOptional: true,
                "The script of the first boot, decoded."),
            .init(
                "blockDevices", .list(.object("blockDevice")), cloudFormation: "Properties.BlockDeviceMappings",
                default: .emptyList, "Volumes beside, or in place of, those of the image."),
            .init(
                "associatePublicIpAddress", .bool, cloudFormation: "Properties.AssociatePublicIpAddress",
                isOptional: true, "Its instances get a public IPv4 address; absent leaves that to the subnet."),
        ])
}
