import InstanceCatalog

extension CostEstimator {
    mutating func warn(
        about type: InstanceType, task: TaskDemand, capacity: EC2Capacity, counted: Placement?, isOnlyChance: Bool,
        service: ServiceCostRequest
    ) {
        if let architecture = type.architecture, architecture != task.architecture {
            note(
                .warning, .architectureMismatch,
                "\(type.name) is \(architecture.rawValue), the task \(task.architecture.rawValue): its image has to be built for both.",
                service)
        }
        if counted?.tasksPerInstance == 0, let binding = counted?.binding {
            note(
                isOnlyChance ? .error : .warning, .taskNeverFits,
                "The task never fits on \(type.name): \(binding.rawValue) does not suffice for one.", service)
        }
        for dimension in counted?.tasksPerInstance == nil ? counted?.unknown ?? [] : [] {
            note(
                .error, .unknownLimit,
                "The catalog does not know how much \(dimension.rawValue) \(type.name) has, so its tasks cannot be counted.",
                service)
        }
        if task.networkMode == .awsvpc, capacity.trunking, type.awsvpcTasksWithTrunking == nil,
            type.awsvpcTasks ?? type.maximumNetworkInterfaces != nil
        {
            notes.assume("\(type.name) counted without trunking: the ECS table of trunking limits (2023-06-15) lacks it.")
        }
        if task.networkMode == .awsvpc, capacity.trunking, type.awsvpcTasksAreWorkedOut, let limit = type.awsvpcTasksWithTrunking
        {
            notes.assume(
                "\(type.name) takes \(limit) tasks with trunking: worked out from its branch interfaces, since the ECS table "
                    + "(2023-06-15) lacks it.")
        }
    }

    mutating func warnOfOvercommitment(
        _ type: InstanceType, task: TaskDemand, placed: Placement, on host: HostOffer, _ service: ServiceCostRequest
    ) {
        guard let tasks = placed.tasksPerInstance, tasks > 0, host.memoryMiB > 0, task.scheduledMemoryMiB < task.memoryMiB else {
            return
        }
        let hardLimits = task.memoryMiB.saturatingMultiplied(by: tasks)
        guard hardLimits > host.memoryMiB, let ratio = Decimal(hardLimits).divided(by: host.memoryMiB) else { return }
        note(
            .warning, .memoryOvercommitted,
            "ECS places \(tasks) tasks on \(type.name); at their hard limits they want \(ratio.text(places: 2)) times its memory, "
                + "and the kernel kills what asks for the rest.", service)
    }

    mutating func warn(
        aboutBoundsOf capacity: EC2Capacity, tasksPerInstance: Int?, type: InstanceType, service: ServiceCostRequest
    ) {
        if let minimum = capacity.minimumInstances, let maximum = capacity.maximumInstances, maximum < minimum {
            note(.error, .groupBoundsReversed, "The group's maximum of \(maximum) is below its minimum of \(minimum).", service)
        }
        guard let maximum = capacity.maximumInstances, let tasksPerInstance, tasksPerInstance > 0,
            let wanted = service.tasks.maximum
        else { return }
        let weight = capacity.weight(of: type.name)
        let fixed = capacity.isSizedByTasks ? nil : fixedInstances(of: capacity, weight: weight)
        let instances = fixed ?? max(0, maximum) / weight
        let room = instances.saturatingMultiplied(by: tasksPerInstance)
        if room < wanted {
            note(
                .warning, .tasksNeverPlaced,
                "\(wanted - room) of \(wanted) tasks never find room: \(instances) \(type.name) hold \(room)"
                    + (fixed == nil ? "." : ", and nothing adds instances to the group."), service)
        }
    }

    mutating func noteUnusedSpot(_ capacity: EC2Capacity, _ service: ServiceCostRequest) {
        guard capacity.distribution.onDemandPercent == 100 else { return }
        if capacity.spot != .catalog {
            note(.note, .spotUnused, "The Spot price is not used: 100 % above the base are on demand.", service)
        } else if capacity.distribution.onDemandBase > 0 {
            note(.note, .spotUnused, "The on-demand base changes nothing: 100 % above it are on demand as well.", service)
        }
    }
}
