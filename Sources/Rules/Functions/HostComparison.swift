import Capacity
import InstanceCatalog

/// A task beside the daemons of a group, to be tried on instance types.
struct HostComparison {
    private let task: TaskDemand
    private let daemons: [DaemonDemand]
    private let reservedMemory: Int

    static func make(_ task: ModelView, _ group: ModelView) -> Read<HostComparison> {
        var reader = DemandReader()
        let comparison = HostComparison(
            task: reader.demand(of: task), daemons: reader.daemons(of: group),
            reservedMemory: reader.reservedMemory(of: group))
        if let unknown = reader.unknown { return .unknown(unknown) }
        return .known(comparison)
    }

    /// The smaller of the plan and of what ECS places, as `ecslint cost` counts it.
    private func planned(on type: InstanceType, _ context: CalculatorContext) -> Int? {
        let host = HostOffer.registered(
            type, memory: context.catalog.registeredMemory(of: type), ecsReservedMemoryMiB: reservedMemory)
        return Placement.smaller(
            Placement(of: task, on: context.plannedHost(type), daemons: daemons),
            Placement(of: task, on: host, daemons: daemons, memory: .scheduled))?.tasksPerInstance
    }

    /// US dollars an hour for one task, on demand and with the instance full as planned.
    func hourPerTask(_ type: InstanceType, _ context: CalculatorContext) -> Decimal? {
        guard let price = context.catalog.onDemandPrice(of: type.name, in: context.region.name),
            let tasks = planned(on: type, context), tasks > 0
        else { return nil }
        return price.usd.divided(by: tasks)
    }

    /// The type of those sold that takes at least as many tasks for the least money a task; empty when none is cheaper than
    /// `type`.
    ///
    /// Empty for types with accelerators as well: who pays for one needs it, and templates do not always say so (a task may
    /// name a device in place of a GPU). At most twice as many tasks, since a fleet of giants grows in leaps and loses much
    /// with one. Of the same architecture and kind (burstable or not).
    func cheaper(than type: InstanceType, among sold: SoldHostCache, _ context: CalculatorContext) -> String? {
        guard let own = hourPerTask(type, context), let least = planned(on: type, context) else { return nil }
        guard !Self.isAccelerated(type) else { return "" }
        var best: (name: String, cost: Decimal)?
        for other in sold.hosts {
            guard other.type.architecture == type.architecture, other.type.isBurstable == type.isBurstable,
                let tasks = planned(on: other.type, context), tasks >= least, tasks - least <= least,
                let cost = other.usd.divided(by: tasks), cost < own
            else { continue }
            if best.map({ cost < $0.cost || (cost == $0.cost && other.type.name < $0.name) }) ?? true {
                best = (other.type.name, cost)
            }
        }
        return best?.name ?? ""
    }

    /// The hard limits of the tasks that ECS places, by the memory that daemons leave.
    func overcommit(_ type: InstanceType, _ context: CalculatorContext) -> Decimal? {
        let host = HostOffer.registered(
            type, memory: context.catalog.registeredMemory(of: type), ecsReservedMemoryMiB: reservedMemory, trunking: true)
        let placed = Placement(of: task, on: host, daemons: daemons, memory: .scheduled)
        let left = host.remaining(after: daemons, memory: .scheduled).memoryMiB
        guard let tasks = placed.tasksPerInstance, left > 0 else { return nil }
        return (Decimal(task.memoryMiB) * tasks).divided(by: left)
    }

    /// The families that EC2 lists under accelerated computing (https://aws.amazon.com/ec2/instance-types/): GPUs, Inferentia,
    /// Trainium, Gaudi and Qualcomm, FPGAs, video.
    private static func isAccelerated(_ type: InstanceType) -> Bool {
        (type.gpus ?? 0) > 0 || (type.gpuMemoryMiB ?? 0) > 0
            || ["p", "g", "gr", "inf", "trn", "dl", "f", "vt"].contains(type.name.prefix { $0.isLetter })
    }
}
