/// What a number counts.
public enum FieldUnit: String, Sendable, Hashable {
    case seconds
    case mebibytes = "MiB"
    case bytes
    case cpuUnits = "CPU units"
    case percent
    case messages
    case tasks
    case instances
}
