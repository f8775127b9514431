/// A task that runs once on every instance.
package struct DaemonDemand: Hashable, Sendable {
    /// CPU units that it takes of every instance; 1024 are a vCPU.
    package var cpuUnits: Int
    /// Memory that it takes of every instance, in MiB.
    package var memoryMiB: Int
    /// What the scheduler takes for it where that is less, in MiB.
    package var softMemoryMiB: Int?
    /// Whether it has a network interface of its own (awsvpc mode).
    package var usesNetworkInterface: Bool
    /// The ports of the instance that it has.
    package var hostPorts: Set<HostPort> = []

    /// Creates the demand of a daemon.
    package init(cpuUnits: Int, memoryMiB: Int, usesNetworkInterface: Bool = false) {
        self.cpuUnits = cpuUnits
        self.memoryMiB = memoryMiB
        self.usesNetworkInterface = usesNetworkInterface
    }

    /// The CloudWatch agent as document 000 runs it: 128 CPU units and 256 MiB on every instance.
    package static let cloudWatchAgent = DaemonDemand(cpuUnits: 128, memoryMiB: 256)
}
