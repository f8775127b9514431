import InstanceCatalog

extension CostEstimator {
    private struct Candidate {
        let name: String
        let perTask: Decimal
    }

    /// The names of the types that run the service for the least money at on-demand prices, cheapest first, ties by name.
    ///
    /// Of the task's architecture, without bare metal, without GPU unless the task asks for one, and with a price not more
    /// than two years older than the newest of the catalog.
    func cheapestTypes(
        for service: ServiceCostRequest, task: TaskDemand, on capacity: EC2Capacity, count: Int
    ) -> [String] {
        // The prices of a ranking are those of Linux.
        guard !task.isWindows else { return [] }
        let oldest = catalog.newestOnDemandDate.flatMap(Self.twoYearsBefore)
        var candidates: [Candidate] = []
        catalog.forEachOnDemandPrice(in: request.region.name) { name, price in
            guard isRecent(price, since: oldest), let type = catalog.instanceType(name), isEligible(type, for: task),
                let cost = perTaskMonth(of: type, at: price.usd, service: service, task: task, capacity: capacity)
            else { return }
            candidates.append(Candidate(name: name, perTask: cost))
        }
        candidates.sort { $0.perTask != $1.perTask ? $0.perTask < $1.perTask : $0.name < $1.name }
        return candidates.prefix(max(0, count)).map(\.name)
    }

    private func isEligible(_ type: InstanceType, for task: TaskDemand) -> Bool {
        let hasGPU = (type.gpus ?? 0) > 0 || (type.gpuMemoryMiB ?? 0) > 0
        return type.architecture == task.architecture && type.isBareMetal == false && (task.gpus > 0 || !hasGPU)
    }

    private func perTaskMonth(
        of type: InstanceType, at hour: Decimal, service: ServiceCostRequest, task: TaskDemand, capacity: EC2Capacity
    ) -> Decimal? {
        let host = HostOffer.planned(type, hostMemoryMiB: capacity.hostMemoryMiB, trunking: capacity.trunking)
        let planned = Placement(of: task, on: host, daemons: capacity.daemons)
        let counts = instanceCounts(for: service, tasksPerInstance: planned.tasksPerInstance, capacity: capacity)
        let isIdle = service.tasks.desired == 0
        guard let instances = isIdle ? counts.maximum : counts.desired else { return nil }
        return perTask(hour * hours * instances, tasks: isIdle ? service.tasks.maximum : service.tasks.desired)
    }

    private func isRecent(_ price: DatedPrice, since oldest: String?) -> Bool {
        guard let oldest else { return true }
        return price.asOf.map { $0 >= oldest } ?? false
    }

    private static func twoYearsBefore(_ date: String) -> String? {
        Int(date.prefix(4)).map { String($0 - 2) + date.dropFirst(4) }
    }
}
