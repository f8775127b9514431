import InstanceCatalog

extension CostEstimator {
    /// Volumes, addresses, warm pools and requests, as far as it is known that there are any.
    mutating func additional(_ services: [ServiceCost], groups: [SharedGroupCost]) -> [AdditionalCost] {
        var costs: [AdditionalCost] = []
        for (cost, request) in zip(services, request.services) {
            region = region(of: request)
            switch request.capacity {
            case .ec2(let capacity): costs += instanceCosts(Self.leading(cost.placements), capacity, subject: request.name)
            case .ec2Groups(let items):
                for (item, placement) in zip(items, cost.shares) {
                    costs += instanceCosts(placement, item.capacity, subject: request.name)
                }
            case .fargate(let capacity):
                costs += addresses(cost.tasks, hasAddress: capacity.hasPublicAddress, "task", request.name)
            case .external, .undetermined: break
            }
            costs += queueRequests(cost, request)
        }
        for group in groups {
            guard let (capacity, service) = capacity(ofGroup: group.name) else { continue }
            region = region(of: service)
            costs += instanceCosts(group.instances, group.instanceType, capacity, subject: group.name)
        }
        return costs
    }

    private func capacity(ofGroup name: String) -> (EC2Capacity, ServiceCostRequest)? {
        for service in request.services {
            switch service.capacity {
            case .ec2(let capacity) where capacity.group == name: return (capacity, service)
            case .ec2Groups(let items):
                if let item = items.first(where: { $0.capacity.group == name }) { return (item.capacity, service) }
            default: continue
            }
        }
        return nil
    }

    /// Costs of a group that one service has for itself; those of shared groups are counted once, with the group.
    private mutating func instanceCosts(
        _ placement: InstancePlacement?, _ capacity: EC2Capacity, subject: String
    ) -> [AdditionalCost] {
        guard let placement, capacity.group.map({ !pricedGroups.contains($0) }) ?? true else { return [] }
        return instanceCosts(placement.instances, placement.instanceType, capacity, subject: subject)
    }

    private mutating func instanceCosts(
        _ instances: ScalingRange<Int?>, _ type: String, _ capacity: EC2Capacity, subject: String
    ) -> [AdditionalCost] {
        let waiting = waitingInstances(beside: instances, type, capacity)
        var costs: [AdditionalCost] = []
        for volume in capacity.volumes {
            let all =
                waiting.map { pool in instances.combined(with: pool) { a, b in a.flatMap { a in b.map { a + $0 } } } }
                ?? instances
            costs.append(storage(volume, all, subject: subject))
        }
        costs += addresses(instances, hasAddress: capacity.hasPublicAddress, "instance", subject)
        if capacity.hasDetailedMonitoring { costs.append(monitoring(instances, subject: subject)) }
        if let waiting, capacity.warmPool?.state == .running {
            let hour = catalog.onDemandPrice(of: type, in: region)?.usd
            costs.append(
                AdditionalCost(
                    item: .warmPool, subject: subject, detail: "instances of the warm pool that run",
                    monthly: waiting.map { count in count.flatMap { count in hour.map { $0 * hours * count } } }))
        }
        return costs
    }

    private func waitingInstances(
        beside instances: ScalingRange<Int?>, _ type: String, _ capacity: EC2Capacity
    ) -> ScalingRange<Int?>? {
        guard let pool = capacity.warmPool, let maximum = capacity.maximumInstances else { return nil }
        let most = max(0, maximum) / capacity.weight(of: type)
        return instances.map { $0.map { pool.size(desired: $0, groupMaximum: most) } }
    }

    private mutating func storage(_ volume: BlockVolume, _ instances: ScalingRange<Int?>, subject: String) -> AdditionalCost {
        var prices: [(OtherPrice, DatedPrice)] = []
        let each = volume.monthly { item in
            let price = catalog.price(item, in: region)
            if let price { prices.append((item, price)) }
            return price?.usd
        }
        for (item, price) in prices { tookOtherPrice(price, of: item) }
        if each == nil {
            notes.report(
                CostDiagnostic(
                    .warning, .volumeNotPriced,
                    "The catalog has no price of \(volume.summary) in \(region); the cost of the volume is unknown.",
                    service: subject))
        }
        return AdditionalCost(
            item: .storage, subject: subject, detail: "\(volume.summary) an instance",
            monthly: instances.map { count in count.flatMap { count in each.map { $0 * count } } })
    }

    /// Remembers the day of a price beside those of compute, and warns when it is old.
    private mutating func tookOtherPrice(_ price: DatedPrice, of item: OtherPrice) {
        notes.tookOtherPrice(asOf: price.asOf)
        warnOfAge(price.asOf, of: item.name, canBeImported: item.canBeImported)
    }

    /// A price of the region, else that of us-east-1 as an assumption: these differ little between regions.
    private mutating func usualPrice(_ item: OtherPrice) -> Decimal? {
        if let price = catalog.price(item, in: region) {
            tookOtherPrice(price, of: item)
            return price.usd
        }
        guard let usual = catalog.price(item, in: "us-east-1") else { return nil }
        tookOtherPrice(usual, of: item)
        notes.assume("In \(region) \(item.name) is taken to cost \(usual.usd), as in us-east-1.")
        return usual.usd
    }

    /// Seven metrics an instance, as infracost counts them (golden file autoscaling_group_test).
    private mutating func monitoring(_ instances: ScalingRange<Int?>, subject: String) -> AdditionalCost {
        let price = usualPrice(.cloudWatchMetric)
        return AdditionalCost(
            item: .detailedMonitoring, subject: subject, detail: "detailed monitoring, 7 metrics an instance",
            monthly: instances.map { count in count.flatMap { count in price.map { $0 * 7 * count } } })
    }

    private mutating func addresses(
        _ counts: ScalingRange<Int?>, hasAddress: Bool?, _ unit: String, _ subject: String
    ) -> [AdditionalCost] {
        guard hasAddress == true else { return [] }
        let price = usualPrice(.publicIPv4)
        return [
            AdditionalCost(
                item: .publicAddresses, subject: subject, detail: "a public IPv4 address for each \(unit)",
                monthly: counts.map { count in count.flatMap { count in price.map { $0 * hours * count } } })
        ]
    }

    private mutating func queueRequests(_ cost: ServiceCost, _ service: ServiceCostRequest) -> [AdditionalCost] {
        guard let queue = service.queue, queue.arrivalRate > .zero else { return [] }
        guard let price = usualPrice(queue.isFIFO ? .sqsFIFO : .sqsStandard) else { return [] }
        notes.assume(
            "\(service.name): messages of at most 64 KiB, sent one by one, received \(queue.messagesPerReceive) at a time and "
                + "deleted one by one; the account's free million requests is not taken off.")
        if queue.waitSeconds == 0 {
            notes.assume("\(service.name): receives that find nothing are not counted, since the queue polls short.")
        }
        let rate: QueueRequestRate = queue.isFIFO ? .fifo(perMillion: price) : .standard(perMillion: price)
        let sent = AdditionalCost(
            item: .queueRequests, subject: service.name, detail: queue.isFIFO ? "requests to SQS (FIFO)" : "requests to SQS",
            monthly: cost.tasks.map { tasks in rate.cost(of: requests(queue, tasks: tasks), free: .zero) })
        return [sent] + keyCalls(queue, service)
    }

    /// The calls to KMS for an encrypted queue: one role sends, one receives, each with a data key of its own.
    private mutating func keyCalls(_ queue: QueueUse, _ service: ServiceCostRequest) -> [AdditionalCost] {
        guard let reuse = queue.keyReuseSeconds, let price = usualPrice(.keyRequests),
            let calls = QueueRequests.keyCalls(
                periodSeconds: (hours * 3600).roundedUp, reuseSeconds: reuse, producers: 1, consumers: 1)
        else { return [] }
        notes.assume("\(service.name): one role sends and one receives; each asks KMS for the queue's data key every \(reuse) s.")
        return [
            AdditionalCost(
                item: .keyCalls, subject: service.name, detail: "calls to KMS",
                monthly: ScalingRange(all: (price * calls).divided(by: 1_000_000)))
        ]
    }

    /// Sends and deletes one by one, receives in batches, and the empty receives of tasks that have nothing to do.
    private func requests(_ queue: QueueUse, tasks: Int?) -> Decimal {
        let messages = queue.arrivalRate * hours * 3600
        let received = QueueRequests(messages: messages, batch: queue.messagesPerReceive)
        let calls = messages * 2 + (received.messages.divided(by: received.batch) ?? .zero)
        guard let tasks, let seconds = queue.processingSeconds, let wait = queue.waitSeconds,
            let each = QueueRequests.emptyReceives(ofIdlePoller: hours, waitSeconds: wait)
        else { return calls }
        let busy = QueueDemand(arrivalRate: queue.arrivalRate, processingSeconds: seconds, concurrency: queue.concurrency)
            .offeredLoad
        return calls + each * max(.zero, Decimal(tasks) - busy)
    }
}
