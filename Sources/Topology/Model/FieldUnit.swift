/// What a number counts.
package enum FieldUnit: String, Sendable, Hashable {
    case seconds
    case mebibytes = "MiB"
    case bytes
    /// 1024 are a vCPU.
    case cpuUnits = "CPU units"
    case percent
    case messages
    case tasks
    case instances
}
