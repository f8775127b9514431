// Source: API reference, InstanceRequirements of EC2 Auto Scaling and InstanceRequirementsRequest of ECS (botocore autoscaling
// 2011-01-01, ecs 2014-11-13); terraform: the pages autoscaling_group, launch_template and ecs_capacity_provider of the provider.

extension KindDeclaration {
    static let instanceRequirements = KindDeclaration(
        .instanceRequirements, "What instance types must have that a group or ECS may start (attribute-based selection).",
        fields: [
            .init(
                .vcpuLeast, .integer, cloudFormation: "VCpuCount.Min", terraform: "vcpu_count.min", isOptional: true,
                "The fewest vCPUs."),
            .init(
                .vcpuMost, .integer, cloudFormation: "VCpuCount.Max", terraform: "vcpu_count.max", isOptional: true,
                "The most vCPUs."),
            .init(
                .memoryLeastMiB, .integer, unit: .mebibytes, cloudFormation: "MemoryMiB.Min", terraform: "memory_mib.min",
                isOptional: true, "The least memory."),
            .init(
                .memoryMostMiB, .integer, unit: .mebibytes, cloudFormation: "MemoryMiB.Max", terraform: "memory_mib.max",
                isOptional: true, "The most memory."),
            .init(
                .acceleratorLeast, .integer, cloudFormation: "AcceleratorCount.Min", terraform: "accelerator_count.min",
                isOptional: true, "The fewest accelerators."),
            .init(
                .acceleratorMost, .integer, cloudFormation: "AcceleratorCount.Max", terraform: "accelerator_count.max",
                isOptional: true, "The most accelerators."),
            .init(
                .allowedInstanceTypes, .list(.string), cloudFormation: "AllowedInstanceTypes",
                terraform: "allowed_instance_types", default: .emptyList, "Only these types; * stands for any characters."),
            .init(
                .excludedInstanceTypes, .list(.string), cloudFormation: "ExcludedInstanceTypes",
                terraform: "excluded_instance_types", default: .emptyList, "None of these types."),
            .init(
                .burstablePerformance, .string, cloudFormation: "BurstablePerformance", terraform: "burstable_performance",
                default: .string("excluded"), "Types with CPU credits: included, required or excluded."),
            .init(
                .bareMetal, .string, cloudFormation: "BareMetal", terraform: "bare_metal", default: .string("excluded"),
                "Whole machines: included, required or excluded."),
        ])
}
