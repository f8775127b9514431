import InstanceCatalog

/// The same instance as a plan sees it and as ECS does.
struct HostPair {
    let type: InstanceType
    let memory: RegisteredMemory
    let capacity: EC2Capacity
    /// MiB that the plan keeps for the host itself.
    let keptMemoryMiB: Int
    let planned: HostOffer
    let registered: HostOffer

    init(_ type: InstanceType, registered memory: RegisteredMemory, capacity: EC2Capacity) {
        self.type = type
        self.memory = memory
        self.capacity = capacity
        keptMemoryMiB = HostMemory.kept(said: capacity.hostMemoryMiB, on: memory)
        planned = .planned(type, hostMemoryMiB: keptMemoryMiB, trunking: capacity.trunking)
        registered = .registered(
            type, memory: memory, ecsReservedMemoryMiB: capacity.ecsReservedMemoryMiB, trunking: capacity.trunking)
    }

    /// The tasks that ECS would place if the agent kept what the plan keeps; `nil` where that is no question.
    func tasksIfReserved(_ task: TaskDemand) -> Int? {
        guard capacity.ecsReservedMemoryMiB == 0, keptMemoryMiB > 0 else { return nil }
        let host = HostOffer.registered(
            type, memory: memory, ecsReservedMemoryMiB: keptMemoryMiB, trunking: capacity.trunking)
        return Placement(of: task, on: host, daemons: capacity.daemons, memory: .scheduled).tasksPerInstance
    }

    /// The smaller of the plan and of what ECS places.
    func counted(_ task: TaskDemand) -> Placement? {
        Placement.smaller(
            Placement(of: task, on: planned, daemons: capacity.daemons),
            Placement(of: task, on: registered, daemons: capacity.daemons, memory: .scheduled))
    }

    /// Why ECS places another number of tasks than the plan counts on.
    func differences(of task: TaskDemand, planned: Placement, placed: Placement) -> [String] {
        guard planned.tasksPerInstance != placed.tasksPerInstance else { return [] }
        var reasons: [String] = []
        if task.scheduledMemoryMiB != task.memoryMiB {
            reasons.append(
                "the plan counts the hard limit of \(task.memoryMiB) MiB a task, ECS reserves the soft limit of \(task.scheduledMemoryMiB) MiB"
            )
        }
        if self.planned.memoryMiB != registered.memoryMiB {
            let how = memory.origin == .estimated ? "registers (estimated)" : "registers"
            let reserved =
                capacity.ecsReservedMemoryMiB > 0 ? " less \(capacity.ecsReservedMemoryMiB) of ECS_RESERVED_MEMORY" : ""
            reasons.append(
                "the plan keeps \(keptMemoryMiB) of \(type.memoryMiB) MiB for the host, "
                    + "ECS hands out the \(memory.mebibytes) MiB that the instance \(how)\(reserved)")
        }
        return reasons
    }

    /// 100 less the mean of the CPU and memory shares that `tasks` use of what the planned instance offers them.
    func waste(of task: TaskDemand, tasks: Int?, daemons: [DaemonDemand]) -> Decimal? {
        let offer = planned.remaining(after: daemons)
        guard let tasks, tasks > 0,
            let cpu = (Decimal(task.cpuUnits.saturatingMultiplied(by: tasks)) * 50).divided(by: offer.cpuUnits),
            let memory = (Decimal(task.memoryMiB.saturatingMultiplied(by: tasks)) * 50).divided(by: offer.memoryMiB)
        else { return nil }
        return 100 - cpu - memory
    }
}
