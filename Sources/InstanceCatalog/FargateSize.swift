/// A pair of CPU and memory that Fargate accepts for a task.
package struct FargateSize: Hashable, Sendable {
    /// CPU units; 1024 are a vCPU.
    package let cpuUnits: Int
    /// The task's memory in MiB.
    package let memoryMiB: Int
    /// Whether Windows containers may have the size; Linux ones may have every one.
    package let supportsWindows: Bool
    /// The Linux platform version from which on the size exists; `nil` for all.
    package let minimumPlatformVersion: String?

    init?(_ row: CatalogRow) {
        guard let cpu = row.integer(0), let memory = row.integer(1) else { return nil }
        cpuUnits = cpu
        memoryMiB = memory
        supportsWindows = row.text(2)?.split(separator: ";").contains("windows") ?? false
        minimumPlatformVersion = row.text(3)
    }
}
