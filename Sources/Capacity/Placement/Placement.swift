/// How many tasks of one kind fit on one instance, and why not more.
///
/// ECS takes CPU units, memory, GPUs, network interfaces and ports off an instance and places a task while all of them
/// suffice (Amazon ECS agent, `ToHostResources`; developer guide, task placement).
package struct Placement: Hashable, Sendable {
    /// Which memory of the task is counted.
    package enum MemoryRule: Sendable {
        /// The hard limit: what a plan should count on.
        case hardLimit
        /// What the scheduler takes: the reservation where there is one.
        case scheduled
    }

    /// How many tasks each dimension allows; a dimension that does not limit the task is missing.
    package let slots: [PlacementDimension: Int]
    /// The least of `slots`, 0 when the task never fits; `nil` when a dimension that the task needs is unknown.
    package let tasksPerInstance: Int?
    /// The dimension that allows the fewest tasks; on a tie memory, then CPU, then the others in the order of the type.
    package let binding: PlacementDimension?
    /// Dimensions that the task needs and of which the offer is unknown.
    package let unknown: [PlacementDimension]
    /// What is left of memory (MiB), CPU (units), network interfaces and GPUs on a full instance.
    package let slack: [PlacementDimension: Int]

    /// Works out how many tasks fit.
    ///
    /// - Parameters:
    ///   - host: what an instance offers before its daemons.
    ///   - daemons: what runs once on every instance and takes its part first.
    package init(of task: TaskDemand, on host: HostOffer, daemons: [DaemonDemand] = [], memory: MemoryRule = .hardLimit) {
        var slots: [PlacementDimension: Int] = [:]
        var unknown: [PlacementDimension] = []
        let needs = Self.needs(of: task, on: host.remaining(after: daemons, memory: memory), memory: memory)
        for need in needs {
            if let available = need.available {
                slots[need.dimension] = max(0, available) / need.perTask
            } else {
                unknown.append(need.dimension)
            }
        }
        if task.usesStaticHostPort, task.networkMode != .awsvpc {
            let taken = daemons.reduce(host.takenPorts) { $0.union($1.hostPorts) }
            slots[.ports] = task.hostPorts.isDisjoint(with: taken) ? 1 : 0
        }
        if task.needsDistinctInstance { slots[.distinctInstance] = 1 }

        let known = PlacementDimension.allCases.compactMap { dimension in slots[dimension].map { (dimension, $0) } }
        let least = known.min { $0.1 < $1.1 }
        let tasks = least?.1 == 0 || unknown.isEmpty ? least?.1 : nil
        self.slots = slots
        self.unknown = unknown
        tasksPerInstance = tasks
        binding = tasks == nil ? unknown.first : least?.0
        slack = Self.slack(needs, tasks: tasks)
    }

    /// The one that holds fewer tasks, the first of two that hold as many; one that is unknown wins unless the other holds none.
    package static func smaller(_ planned: Placement?, _ placed: Placement?) -> Placement? {
        guard let planned, let placed else { return nil }
        guard let plan = planned.tasksPerInstance else { return placed.tasksPerInstance == 0 ? placed : planned }
        guard let real = placed.tasksPerInstance else { return plan == 0 ? planned : placed }
        return real < plan ? placed : planned
    }

    private struct Need {
        let dimension: PlacementDimension
        /// At least 1.
        let perTask: Int
        let available: Int?
    }

    private static func needs(of task: TaskDemand, on host: HostOffer, memory: MemoryRule) -> [Need] {
        let taskMemory = memory == .hardLimit ? task.memoryMiB : task.scheduledMemoryMiB
        let usesInterface = task.networkMode == .awsvpc
        return [
            Need(dimension: .memory, perTask: taskMemory, available: host.memoryMiB),
            Need(dimension: .cpu, perTask: task.cpuUnits, available: host.cpuUnits),
            Need(dimension: .networkInterfaces, perTask: usesInterface ? 1 : 0, available: host.networkInterfaceSlots),
            Need(dimension: .gpu, perTask: task.gpus, available: host.gpus),
        ].filter { $0.perTask > 0 }
    }

    private static func slack(_ needs: [Need], tasks: Int?) -> [PlacementDimension: Int] {
        guard let tasks else { return [:] }
        let pairs = needs.compactMap { need in
            need.available.map { (need.dimension, $0.saturatingSubtracting(need.perTask.saturatingMultiplied(by: tasks))) }
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}

extension HostOffer {
    /// What tasks can take once every daemon runs; negative where daemons alone ask for more than there is.
    package func remaining(after daemons: [DaemonDemand], memory: Placement.MemoryRule = .hardLimit) -> HostOffer {
        var rest = self
        for daemon in daemons {
            rest.cpuUnits = rest.cpuUnits.saturatingSubtracting(daemon.cpuUnits)
            rest.memoryMiB = rest.memoryMiB.saturatingSubtracting(
                memory == .hardLimit ? daemon.memoryMiB : daemon.softMemoryMiB ?? daemon.memoryMiB)
            rest.takenPorts.formUnion(daemon.hostPorts)
            if daemon.usesNetworkInterface {
                rest.networkInterfaceSlots = rest.networkInterfaceSlots.map { $0.saturatingSubtracting(1) }
            }
        }
        return rest
    }
}
