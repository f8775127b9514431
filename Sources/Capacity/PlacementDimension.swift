/// What can limit the number of tasks on an instance.
public enum PlacementDimension: String, Sendable, CaseIterable {
    case memory
    case cpu
    /// Elastic network interfaces, in awsvpc mode.
    case networkInterfaces = "eni"
    case gpu
    /// Fixed host ports.
    case ports
    /// The placement constraint of that name.
    case distinctInstance
}
