/// A task that runs once on every instance.
public struct DaemonDemand: Hashable, Sendable {
    /// CPU units that it takes of every instance; 1024 are a vCPU.
    public var cpuUnits: Int
    /// Memory that it takes of every instance, in MiB.
    public var memoryMiB: Int
    /// Whether it has a network interface of its own (awsvpc mode).
    public var usesNetworkInterface: Bool

    /// Creates the demand of a daemon.
    public init(cpuUnits: Int, memoryMiB: Int, usesNetworkInterface: Bool = false) {
        self.cpuUnits = cpuUnits
        self.memoryMiB = memoryMiB
        self.usesNetworkInterface = usesNetworkInterface
    }

    /// The CloudWatch agent as document 000 runs it: 128 CPU units and 256 MiB on every instance.
    public static let cloudWatchAgent = DaemonDemand(cpuUnits: 128, memoryMiB: 256)
}
