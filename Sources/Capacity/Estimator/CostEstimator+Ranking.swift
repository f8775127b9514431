import InstanceCatalog

extension CostEstimator {
    private struct Candidate {
        let name: String
        let perTask: Decimal
    }

    /// The names of the types that run the service for the least money as the capacity buys it, cheapest first, ties by name.
    ///
    /// Of the task's architecture, without bare metal, without GPU unless the task asks for one, of the capacity's filter, and
    /// with a price not more than two years older than the newest of the catalog. A type on which ECS places no task is none of
    /// them. Types with CPU credits rank by what a busy worker pays for them, unless the workers idle.
    func cheapestTypes(
        for service: ServiceCostRequest, task: TaskDemand, on capacity: EC2Capacity, count: Int
    ) -> [String] {
        var candidates = pricedTypes(for: task, on: capacity).compactMap { candidate in
            perTaskMonth(of: candidate.type, at: candidate.hour, service: service, task: task, capacity: capacity)
                .map { Candidate(name: candidate.type.name, perTask: $0) }
        }
        candidates.sort { $0.perTask != $1.perTask ? $0.perTask < $1.perTask : $0.name < $1.name }
        return candidates.prefix(max(0, count)).map(\.name)
    }

    /// The types of the region that may run a task, with their prices an hour on demand. None for Windows: the prices are those of
    /// Linux.
    func pricedTypes(for task: TaskDemand, on capacity: EC2Capacity) -> [(type: InstanceType, hour: Decimal)] {
        guard !task.isWindows else { return [] }
        let oldest = catalog.newestOnDemandDate.flatMap(Self.twoYearsBefore)
        var types: [(type: InstanceType, hour: Decimal)] = []
        catalog.forEachOnDemandPrice(in: region) { name, price in
            guard isRecent(price, since: oldest), let type = catalog.instanceType(name), isEligible(type, for: task, on: capacity)
            else { return }
            types.append((type, price.usd))
        }
        return types
    }

    private func isEligible(_ type: InstanceType, for task: TaskDemand, on capacity: EC2Capacity) -> Bool {
        guard type.architecture == task.architecture else { return false }
        if let filter = capacity.typeFilter { return filter.allows(type) }
        let hasGPU = (type.gpus ?? 0) > 0 || (type.gpuMemoryMiB ?? 0) > 0
        return type.isBareMetal == false && (task.gpus > 0 || !hasGPU)
    }

    private func perTaskMonth(
        of type: InstanceType, at hour: Decimal, service: ServiceCostRequest, task: TaskDemand, capacity: EC2Capacity
    ) -> Decimal? {
        let hosts = HostPair(type, registered: catalog.registeredMemory(of: type), capacity: capacity)
        let isIdle = service.tasks.desired == 0
        guard let each = hosts.counted(task)?.tasksPerInstance, each > 0,
            let tasks = isIdle ? service.tasks.maximum : service.tasks.desired
        else { return nil }
        let counts = instanceCounts(for: service, tasksPerInstance: each, capacity: capacity)
        guard let instances = isIdle ? counts.maximum : counts.desired else { return nil }
        let split = capacity.distribution.split(instances)
        guard let spot = split.spot == 0 ? .zero : rankedSpotHour(of: type.name, onDemand: hour, capacity.spot) else {
            return nil
        }
        let money = (hour * split.onDemand + spot * split.spot) * hours
        guard let credits = rankedCredits(of: type, task: task, tasks: tasks, instances: instances) else { return nil }
        return perTask(money + credits, tasks: tasks)
    }

    /// `nil` for a type with credits whose price is unknown: it is not ranked by half of its cost.
    func rankedCredits(of type: InstanceType, task: TaskDemand, tasks: Int, instances: Int) -> Decimal? {
        guard type.isBurstable == true, !request.workersIdle else { return .zero }
        return catalog.cpuCredits(of: type.name)?.surplusMonthly(
            busyUnits: task.cpuUnits, tasks: tasks, instances: instances, vcpus: type.vcpus, hours: hours)
    }

    /// US dollars an hour of a Spot instance by which types are ranked; `nil` where none is known, or it is interrupted too often.
    func rankedSpotHour(of name: String, onDemand: Decimal, _ pricing: SpotPricing) -> Decimal? {
        switch pricing {
        case .price(let price): return price
        case .discount(let percent): return onDemand - onDemand.percent(percent)
        case .catalog: break
        }
        let saving = catalog.spotSaving(of: name, in: region)
        if let limit = request.mostInterruptedPercent, saving?.mostInterruptedPercent.map({ $0 > limit }) ?? true { return nil }
        if let imported = catalog.importedSpotPrice(of: name, in: region) { return imported.usd }
        return saving.map { onDemand - onDemand.percent($0.percent) }
    }

    private func isRecent(_ price: DatedPrice, since oldest: String?) -> Bool {
        guard let oldest else { return true }
        return price.asOf.map { $0 >= oldest } ?? false
    }

    private static func twoYearsBefore(_ date: String) -> String? {
        Int(date.prefix(4)).map { String($0 - 2) + date.dropFirst(4) }
    }
}
