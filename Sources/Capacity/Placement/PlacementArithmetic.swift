import InstanceCatalog

/// The sum that says how many tasks an instance holds, in the figures that a reader can check: `(7577 − 1024 − 256) / 512`.
package struct PlacementArithmetic: Hashable, Sendable {
    /// What the instance has of the resource that limits the tasks: MiB of memory, CPU units or network interfaces.
    package let total: Int
    /// What is kept or taken beside the tasks, in the same unit; only what is not 0.
    package let taken: [Int]
    /// What a task takes.
    package let perTask: Int

    /// - Returns: `nil` where no such sum decides, as for ports.
    init?(_ counted: Placement?, isPlanned: Bool, of task: TaskDemand, on hosts: HostPair) {
        let daemons = hosts.capacity.daemons
        let taken: [Int]
        switch counted?.binding {
        case .memory:
            total = isPlanned ? hosts.type.memoryMiB : hosts.memory.mebibytes
            taken =
                [isPlanned ? hosts.keptMemoryMiB : hosts.capacity.ecsReservedMemoryMiB]
                + daemons.map { isPlanned ? $0.memoryMiB : $0.softMemoryMiB ?? $0.memoryMiB }
            perTask = isPlanned ? task.memoryMiB : task.scheduledMemoryMiB
        case .cpu:
            total = hosts.planned.cpuUnits
            taken = daemons.map(\.cpuUnits)
            perTask = task.cpuUnits
        case .networkInterfaces:
            guard let slots = hosts.planned.networkInterfaceSlots else { return nil }
            total = slots
            taken = daemons.map { $0.usesNetworkInterface ? 1 : 0 }
            perTask = 1
        default: return nil
        }
        guard perTask > 0 else { return nil }
        self.taken = taken.filter { $0 != 0 }
    }

    /// The sum in words: `(7577 − 1024 − 256) / 512`, `1907 / 128`.
    package var text: String {
        let difference = ([total] + taken).map { String($0) }.joined(separator: " − ")
        return (taken.isEmpty ? difference : "(\(difference))") + " / \(perTask)"
    }
}
