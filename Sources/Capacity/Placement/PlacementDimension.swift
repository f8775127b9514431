/// What can limit the number of tasks on an instance.
package enum PlacementDimension: String, Sendable, CaseIterable {
    /// Memory, in MiB.
    case memory
    /// CPU, in units of which 1024 are a vCPU.
    case cpu
    /// Elastic network interfaces, in awsvpc mode.
    case networkInterfaces = "eni"
    /// Whole GPUs.
    case gpu
    /// Fixed host ports.
    case ports
    /// The placement constraint of that name.
    case distinctInstance
}
