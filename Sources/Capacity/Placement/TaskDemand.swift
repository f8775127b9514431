import InstanceCatalog

/// What one task takes from the instance that it is placed on.
package struct TaskDemand: Hashable, Sendable {
    /// CPU units, 1024 for a vCPU: of the task, else the sum of its containers; 0 reserves none.
    package var cpuUnits: Int
    /// The hard limit in MiB: of the task, else the sum over its containers of `memory`, else of `memoryReservation`.
    package var memoryMiB: Int
    /// What the scheduler takes where it is less than the hard limit: the sum over the containers of
    /// `memoryReservation`, else `memory`, in MiB. `nil` where a task size or no reservation is set.
    package var softMemoryMiB: Int?
    /// Whole GPUs.
    package var gpus: Int
    /// The processors that the image is built for.
    package var architecture: ProcessorArchitecture
    /// How its containers reach the network; only awsvpc takes a network interface.
    package var networkMode: NetworkMode
    /// Whether a container asks for a fixed port of the host (it has no effect in awsvpc mode).
    package var usesStaticHostPort: Bool
    /// The fixed ports that are known by number; no two tasks of an instance have the same (calculator.md 13.5).
    package var hostPorts: Set<HostPort> = []
    /// Whether the service has the placement constraint `distinctInstance`.
    package var needsDistinctInstance: Bool
    /// Whether the task runs Windows, for which the catalog has no prices.
    package var isWindows: Bool

    /// Creates the demand of one task.
    package init(
        cpuUnits: Int, memoryMiB: Int, softMemoryMiB: Int? = nil, gpus: Int = 0,
        architecture: ProcessorArchitecture = .x86_64, networkMode: NetworkMode = .bridge,
        usesStaticHostPort: Bool = false, needsDistinctInstance: Bool = false, isWindows: Bool = false
    ) {
        self.cpuUnits = cpuUnits
        self.memoryMiB = memoryMiB
        self.softMemoryMiB = softMemoryMiB
        self.gpus = gpus
        self.architecture = architecture
        self.networkMode = networkMode
        self.usesStaticHostPort = usesStaticHostPort
        self.needsDistinctInstance = needsDistinctInstance
        self.isWindows = isWindows
    }

    /// What the ECS scheduler takes off an instance's memory for the task, in MiB.
    package var scheduledMemoryMiB: Int { isWindows ? memoryMiB : softMemoryMiB ?? memoryMiB }
}
