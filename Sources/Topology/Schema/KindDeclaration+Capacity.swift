// Defaults: AutoScaling InstancesDistribution and CreateLaunchConfiguration.InstanceMonitoring (botocore autoscaling 2011-01-01).
// Terraform: internal/service/autoscaling/{group,launch_configuration}.go of the provider and its page launch_template; a
// launch configuration's user_data is kept as its SHA-1 sum (StateFunc). -1 takes max_group_prepared_capacity back
// (PutWarmPool, botocore autoscaling 2011-01-01), and is what the provider fills in (group.go).

extension KindDeclaration {
    static let autoScalingGroup = KindDeclaration(
        .autoScalingGroup, cloudFormation: ["AWS::AutoScaling::AutoScalingGroup"],
        terraform: ["aws_autoscaling_group"], namedBy: .groupName, "An EC2 Auto Scaling group.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .groupName, .string, cloudFormation: "Properties.AutoScalingGroupName", terraform: "name",
                isOptional: true, "Its own name."),
            .init(
                .minSize, .integer, unit: .instances, cloudFormation: "Properties.MinSize", terraform: "min_size",
                isOptional: true, "Fewest instances."),
            .init(
                .maxSize, .integer, unit: .instances, cloudFormation: "Properties.MaxSize", terraform: "max_size",
                isOptional: true, "Most instances."),
            .init(
                .desiredCapacity, .integer, unit: .instances, cloudFormation: "Properties.DesiredCapacity",
                terraform: "desired_capacity", isOptional: true, "Instances wanted, as written."),
            .init(
                .launchTemplate, .object(.launchTemplate),
                cloudFormation:
                    "Properties.LaunchTemplate|Properties.MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification",
                terraform: "launch_template|mixed_instances_policy.launch_template.launch_template_specification",
                isOptional: true, "How its instances start."),
            .init(
                .launchConfiguration, .object(.launchConfiguration),
                cloudFormation: "Properties.LaunchConfigurationName", terraform: "launch_configuration",
                isOptional: true, "How its instances start, in the old way."),
            .init(
                .isMixed, .bool, cloudFormation: .path("Properties.MixedInstancesPolicy", as: .presence),
                terraform: .path("mixed_instances_policy", as: .presence), "It has a mixed instances policy."),
            .init(
                .onDemandBaseCapacity, .integer, unit: .instances,
                cloudFormation: "Properties.MixedInstancesPolicy.InstancesDistribution.OnDemandBaseCapacity",
                terraform: "mixed_instances_policy.instances_distribution.on_demand_base_capacity",
                default: .integer(0), "The first instances that are on demand."),
            .init(
                .onDemandPercentageAboveBaseCapacity, .integer, unit: .percent,
                cloudFormation: "Properties.MixedInstancesPolicy.InstancesDistribution.OnDemandPercentageAboveBaseCapacity",
                terraform: "mixed_instances_policy.instances_distribution.on_demand_percentage_above_base_capacity",
                default: .integer(100), "Share of the others that is on demand."),
            .init(
                .hasDistributionSegments, .bool,
                cloudFormation: .path(
                    "Properties.MixedInstancesPolicy.InstancesDistribution.DistributionSegments", as: .presence),
                terraform: .path("mixed_instances_policy.instances_distribution.distribution_segments", as: .presence),
                "Its distribution is in segments, whose shares are not computed here."),
            .init(
                .overrides, .list(.object(.launchOverride)),
                cloudFormation: "Properties.MixedInstancesPolicy.LaunchTemplate.Overrides",
                terraform: "mixed_instances_policy.launch_template.override", default: .emptyList,
                "Instance types in place of the launch template's."),
            .init(
                .instanceTypes, .list(.string),
                "The types that it can start: its overrides, else its launch template's."),
            .init(.usesSpot, .bool, "It can start Spot instances."),
            .init(
                .ecsReservedMemory, .integer, unit: .mebibytes, default: .integer(0),
                "ECS_RESERVED_MEMORY in its user data: what the agent keeps from tasks; 0 where it is not set."),
            .init(
                .targetCapacity, .integer, unit: .percent, default: .integer(100),
                "How full managed scaling keeps it, by the capacity provider that is made of it; 100 without one."),
            .init(.daemons, .list(.object(.service)), "The DAEMON services that run on each of its instances."),
            .init(
                .newInstancesProtectedFromScaleIn, .bool,
                cloudFormation: "Properties.NewInstancesProtectedFromScaleIn", terraform: "protect_from_scale_in",
                default: .bool(false), "New instances are kept from scale-in."),
            .init(
                .subnets, .list(.string), cloudFormation: .path("Properties.VPCZoneIdentifier", as: .cutAtCommas),
                terraform: "vpc_zone_identifier", default: .emptyList, "Where instances start."),
            .init(
                .availabilityZones, .list(.string), cloudFormation: "Properties.AvailabilityZones",
                terraform: "availability_zones", default: .emptyList, "Zones, where it names no subnets."),
            .init(.scalingPolicies, .list(.object(.groupScalingPolicy)), "Policies of EC2 Auto Scaling that move it."),
            .init(.capacityProviders, .list(.object(.capacityProvider)), "The capacity providers that are made of it."),
            .init(.clusters, .list(.object(.cluster)), "The clusters that its instances join or are offered to."),
            .init(.agent, .object(.agentSettings), "What its user data tells the ECS agent."),
            .init(
                .httpTokens, .string, isOptional: true,
                "required or optional for IMDSv1, by its launch template or configuration; absent leaves it to image and account."
            ),
            .init(
                .metadataHopLimit, .integer, isOptional: true, "The hop limit of the metadata service, as written."),
            .init(.services, .list(.object(.service)), "The services whose tasks it can run."),
            .init(.groupSchedules, .list(.object(.groupSchedule)), "The scheduled actions that change its sizes."),
            .init(.servesTasks, .bool, "Its instances are container instances: they run the tasks of a cluster."),
            .init(
                .canGrow, .bool,
                "It has an instance to begin with, or something may give it one: a policy, a schedule, managed scaling, a role."),
            .init(.hasInstanceProfile, .bool, "Its instances start with an instance profile."),
            .init(.instanceRole, .object(.role), isOptional: true, "The role of its instances."),
            .init(
                .mayRegister, .bool,
                "The role of its instances lets the ECS agent register them with a cluster and ask for tasks."),
        ])

    static let launchOverride = KindDeclaration(
        .launchOverride, "An instance type of a mixed instances policy.",
        fields: [
            .init(
                .instanceType, .string, cloudFormation: "InstanceType",
                terraform: .path("instance_type", as: .absentWhenEmpty), isOptional: true, "The type."),
            .init(
                .weightedCapacity, .integer, cloudFormation: "WeightedCapacity", terraform: "weighted_capacity",
                isOptional: true, "What one counts for."),
            .init(
                .requirements, .object(.instanceRequirements), cloudFormation: "InstanceRequirements",
                terraform: "instance_requirements", isOptional: true, "What its types must have, in place of one by name."),
        ])

    static let launchTemplate = KindDeclaration(
        .launchTemplate, cloudFormation: ["AWS::EC2::LaunchTemplate"], terraform: ["aws_launch_template"],
        namedBy: .templateName, "A launch template.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .templateName, .string, cloudFormation: "Properties.LaunchTemplateName", terraform: "name",
                isOptional: true, "Its own name."),
            .init(
                .instanceType, .string, cloudFormation: "Properties.LaunchTemplateData.InstanceType",
                terraform: .path("instance_type", as: .absentWhenEmpty), isOptional: true, "The type."),
            .init(
                .requirements, .object(.instanceRequirements),
                cloudFormation: "Properties.LaunchTemplateData.InstanceRequirements", terraform: "instance_requirements",
                isOptional: true, "What its types must have, in place of one by name."),
            .init(
                .marketType, .string, cloudFormation: "Properties.LaunchTemplateData.InstanceMarketOptions.MarketType",
                terraform: "instance_market_options.market_type", isOptional: true, "spot for Spot instances."),
            .init(
                .detailedMonitoring, .bool, cloudFormation: "Properties.LaunchTemplateData.Monitoring.Enabled",
                terraform: "monitoring.enabled", default: .bool(false), "EC2 sends its metrics every minute, for money."),
            .init(
                .coreCount, .integer, cloudFormation: "Properties.LaunchTemplateData.CpuOptions.CoreCount",
                terraform: "cpu_options.core_count", isOptional: true, "CPU cores, where it sets them."),
            .init(
                .threadsPerCore, .integer, cloudFormation: "Properties.LaunchTemplateData.CpuOptions.ThreadsPerCore",
                terraform: "cpu_options.threads_per_core", isOptional: true, "Threads of a core, where it sets them."),
            .init(
                .userData, .string, cloudFormation: "Properties.LaunchTemplateData.UserData",
                terraform: .path("user_data", as: .base64), isOptional: true, "The script of the first boot, decoded."),
            .init(
                .isUserDataEncoded, .bool, isOptional: true,
                "The user data is written in base64, as EC2 takes it; absent without user data."),
            .init(
                .imageId, .string, cloudFormation: "Properties.LaunchTemplateData.ImageId", terraform: "image_id",
                isOptional: true, "The image."),
            .init(
                .instanceProfile, .object(.instanceProfile),
                cloudFormation:
                    "Properties.LaunchTemplateData.IamInstanceProfile.Arn|Properties.LaunchTemplateData.IamInstanceProfile.Name",
                terraform: "iam_instance_profile.arn|iam_instance_profile.name", isOptional: true,
                "What gives its instances their role."),
            .init(
                .blockDevices, .list(.object(.blockDevice)),
                cloudFormation: "Properties.LaunchTemplateData.BlockDeviceMappings", terraform: "block_device_mappings",
                default: .emptyList, "Volumes beside, or in place of, those of the image."),
            .init(
                .networkInterfaces, .list(.object(.launchInterface)),
                cloudFormation: "Properties.LaunchTemplateData.NetworkInterfaces", terraform: "network_interfaces",
                default: .emptyList, "Network interfaces of its own."),
            .init(
                .httpTokens, .string, cloudFormation: "Properties.LaunchTemplateData.MetadataOptions.HttpTokens",
                terraform: "metadata_options.http_tokens", isOptional: true, "required, or optional for IMDSv1."),
            .init(
                .httpPutResponseHopLimit, .integer,
                cloudFormation: "Properties.LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit",
                terraform: "metadata_options.http_put_response_hop_limit", isOptional: true,
                "Hops that an answer of the metadata service may take."),
            .init(
                .httpEndpoint, .string, cloudFormation: "Properties.LaunchTemplateData.MetadataOptions.HttpEndpoint",
                terraform: "metadata_options.http_endpoint", default: .string("enabled"),
                "disabled turns the metadata service off."),
            .init(
                .userDataCredentials, .list(.string),
                "Credentials by their shape in what is visible of the user data: 'AWS access key id'."),
        ])

    static let blockDevice = KindDeclaration(
        .blockDevice, "A volume that an instance starts with.",
        fields: [
            .init(
                .volumeSizeGiB, .integer, cloudFormation: "Ebs.VolumeSize", terraform: "ebs.volume_size|volume_size",
                isOptional: true, "Its size in GiB; absent is the snapshot's."),
            .init(
                .volumeType, .string, cloudFormation: "Ebs.VolumeType",
                terraform: .path("ebs.volume_type|volume_type", as: .absentWhenEmpty), default: .string("gp2"),
                "Its type, such as gp3."),
            .init(
                .iops, .integer, cloudFormation: "Ebs.Iops", terraform: "ebs.iops|iops", isOptional: true,
                "Provisioned operations a second."),
            .init(
                .throughputMiBps, .integer, cloudFormation: "Ebs.Throughput", terraform: "ebs.throughput|throughput",
                isOptional: true, "Provisioned throughput of gp3, in MiB a second."),
            .init(
                .encrypted, .bool, cloudFormation: "Ebs.Encrypted", terraform: "ebs.encrypted|encrypted", isOptional: true,
                "Whether it is encrypted; absent leaves it to account and image."),
        ])

    static let launchInterface = KindDeclaration(
        .launchInterface, "A network interface of a launch template.",
        fields: [
            .init(
                .associatePublicIpAddress, .bool, cloudFormation: "AssociatePublicIpAddress",
                terraform: "associate_public_ip_address", isOptional: true,
                "It gets a public IPv4 address; absent leaves that to the subnet.")
        ])

    static let warmPool = KindDeclaration(
        .warmPool, cloudFormation: ["AWS::AutoScaling::WarmPool"],
        embeddedIn: [EmbeddedBlock("aws_autoscaling_group", block: "warm_pool", owner: .autoScalingGroup)],
        "Instances of a group that wait for use.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .autoScalingGroup, .object(.autoScalingGroup), cloudFormation: "Properties.AutoScalingGroupName",
                isOptional: true, "The group."),
            .init(
                .minSize, .integer, unit: .instances, cloudFormation: "Properties.MinSize", terraform: "min_size",
                default: .integer(0), "Fewest instances that wait."),
            .init(
                .maxGroupPreparedCapacity, .integer, unit: .instances,
                cloudFormation: .path("Properties.MaxGroupPreparedCapacity", as: .absentWhenNegative),
                terraform: .path("max_group_prepared_capacity", as: .absentWhenNegative), isOptional: true,
                "Instances in use and waiting together; absent is the group's maximum."),
            .init(
                .poolState, .string, cloudFormation: "Properties.PoolState", terraform: "pool_state",
                default: .string("Stopped"), "Stopped, Hibernated or Running."),
        ])

    static let launchConfiguration = KindDeclaration(
        .launchConfiguration, cloudFormation: ["AWS::AutoScaling::LaunchConfiguration"],
        terraform: ["aws_launch_configuration"], namedBy: .configurationName, "A launch configuration.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .configurationName, .string, cloudFormation: "Properties.LaunchConfigurationName", terraform: "name",
                isOptional: true, "Its own name."),
            .init(
                .instanceType, .string, cloudFormation: "Properties.InstanceType", terraform: "instance_type",
                isOptional: true, "The type."),
            .init(
                .spotPrice, .string, cloudFormation: "Properties.SpotPrice",
                terraform: .path("spot_price", as: .absentWhenEmpty), isOptional: true,
                "The highest Spot price; present for Spot instances."),
            .init(
                .userData, .string, cloudFormation: "Properties.UserData",
                terraform: .anyOf(.path("user_data_base64", as: .base64), .path("user_data", as: .unlessHashed)),
                isOptional: true, "The script of the first boot, decoded."),
            .init(
                .isUserDataEncoded, .bool, isOptional: true,
                "The user data is written in base64 where EC2 takes it so; absent without user data."),
            .init(
                .imageId, .string, cloudFormation: "Properties.ImageId", terraform: "image_id", isOptional: true, "The image."),
            .init(
                .instanceProfile, .object(.instanceProfile), cloudFormation: "Properties.IamInstanceProfile",
                terraform: .path("iam_instance_profile", as: .absentWhenEmpty), isOptional: true,
                "What gives its instances their role."),
            .init(
                .blockDevices, .list(.object(.blockDevice)), cloudFormation: "Properties.BlockDeviceMappings",
                terraform: .joined("root_block_device", "ebs_block_device"), default: .emptyList,
                "Volumes beside, or in place of, those of the image."),
            .init(
                .associatePublicIpAddress, .bool, cloudFormation: "Properties.AssociatePublicIpAddress",
                terraform: "associate_public_ip_address", isOptional: true,
                "Its instances get a public IPv4 address; absent leaves that to the subnet."),
            .init(
                .detailedMonitoring, .bool, cloudFormation: "Properties.InstanceMonitoring", terraform: "enable_monitoring",
                default: .bool(true), "EC2 sends its metrics every minute, for money."),
            .init(
                .httpTokens, .string, cloudFormation: "Properties.MetadataOptions.HttpTokens",
                terraform: "metadata_options.http_tokens", isOptional: true, "required, or optional for IMDSv1."),
            .init(
                .httpPutResponseHopLimit, .integer,
                cloudFormation: "Properties.MetadataOptions.HttpPutResponseHopLimit",
                terraform: "metadata_options.http_put_response_hop_limit", isOptional: true,
                "Hops that an answer of the metadata service may take."),
            .init(
                .httpEndpoint, .string, cloudFormation: "Properties.MetadataOptions.HttpEndpoint",
                terraform: "metadata_options.http_endpoint", default: .string("enabled"),
                "disabled turns the metadata service off."),
            .init(
                .userDataCredentials, .list(.string),
                "Credentials by their shape in what is visible of the user data: 'AWS access key id'."),
        ])
}
