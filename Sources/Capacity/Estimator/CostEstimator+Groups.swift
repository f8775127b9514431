import InstanceCatalog

extension CostEstimator {
    /// One service on one group, or its share of a strategy.
    private struct Tenant {
        let service: Int
        let request: ServiceCostRequest
        let capacity: EC2Capacity
        let task: TaskDemand
        let alone: ScalingRange<Decimal?>
    }

    /// A service over several groups: its tasks are shared by base and weight.
    mutating func cost(
        of service: ServiceCostRequest, task: TaskDemand, on items: [ServiceCapacity.EC2GroupItem]
    ) -> ServiceCost {
        let strategy: CapacityProviderStrategy
        do {
            strategy = try CapacityProviderStrategy(items.map { .init(base: $0.base, weight: $0.weight) })
        } catch {
            note(.error, .invalidStrategy, "ECS refuses the capacity provider strategy: \(error.explanation).", service)
            return ServiceCost(service, kind: .ec2, monthly: ScalingRange(all: nil))
        }
        let split = service.tasks.map { $0.map(strategy.split) }
        var all: [InstancePlacement] = []
        var shares: [InstancePlacement] = []
        for (index, item) in items.enumerated() {
            let placements = placements(of: share(index, of: split, service), task: task, on: item.capacity)
            all += placements
            if let first = Self.leading(placements) { shares.append(first) }
            noteInterval(split.desired?[index], on: item.capacity, service)
        }
        let monthly = shares.reduce(ScalingRange<Decimal?>(all: .zero)) { Self.sum($0, $1.monthly) }
        return ServiceCost(
            service, kind: .ec2, placements: all, fargate: fargateAlternative(for: service, task: task), shares: shares,
            monthly: shares.count == items.count ? monthly : ScalingRange(all: nil),
            interval: split.map { $0.flatMap { interval(of: $0, service, task: task, on: items) } })
    }

    private func interval(
        of shares: [CapacityProviderStrategy.Share], _ service: ServiceCostRequest, task: TaskDemand,
        on items: [ServiceCapacity.EC2GroupItem]
    ) -> ClosedRange<Decimal>? {
        guard shares.contains(where: { $0.interval.count > 1 }) else { return nil }
        return RemainderInterval.cost(of: shares) { line, tasks in
            // What it has to say was said when the likeliest split was priced.
            var estimator = self
            var share = service
            share.tasks = ScalingRange(all: tasks)
            return Self.leading(estimator.placements(of: share, task: task, on: items[line].capacity))?.monthly.desired ?? nil
        }
    }

    private func share(
        _ index: Int, of split: ScalingRange<[CapacityProviderStrategy.Share]?>, _ service: ServiceCostRequest
    ) -> ServiceCostRequest {
        var share = service
        share.tasks = split.map { $0?[index].tasks }
        return share
    }

    private mutating func noteInterval(
        _ share: CapacityProviderStrategy.Share?, on capacity: EC2Capacity, _ service: ServiceCostRequest
    ) {
        guard let share, share.interval.count > 1 else { return }
        notes.assume(
            "\(service.name): AWS documents no rule for the remainder of a strategy, so \(share.interval.lowerBound) to "
                + "\(share.interval.upperBound) of its tasks run on \(capacity.group ?? "a group"); \(share.tasks) are priced.")
    }

    /// The groups that more than one service of a request uses.
    static func sharedGroups(of services: [ServiceCostRequest]) -> Set<String> {
        var users: [String: Set<Int>] = [:]
        for (index, service) in services.enumerated() where service.task != nil {
            for capacity in capacities(of: service) {
                if let group = capacity.group { users[group, default: []].insert(index) }
            }
        }
        return Set(users.filter { $0.value.count > 1 }.keys)
    }

    static func capacities(of service: ServiceCostRequest) -> [EC2Capacity] {
        switch service.capacity {
        case .ec2(let capacity): [capacity]
        case .ec2Groups(let items): items.map(\.capacity)
        case .fargate, .external, .undetermined: []
        }
    }

    /// Prices the groups that services share and gives each service its part of them.
    mutating func shareGroups(among services: inout [ServiceCost]) -> [SharedGroupCost] {
        let tenants = tenants(of: services)
        var groups: [SharedGroupCost] = []
        for name in sharedGroups.sorted() {
            let users = tenants.filter { $0.capacity.group == name }
            guard users.count > 1, let group = cost(ofGroup: name, for: users) else { continue }
            groups.append(group)
            pricedGroups.insert(name)
            for (tenant, part) in zip(users, Self.parts(of: group.monthly, for: users.map(\.alone))) {
                services[tenant.service].interval = nil
                services[tenant.service].monthly = Self.sum(
                    Self.difference(services[tenant.service].monthly, tenant.alone), part)
            }
        }
        return groups
    }

    private func tenants(of services: [ServiceCost]) -> [Tenant] {
        services.indices.flatMap { index -> [Tenant] in
            let cost = services[index]
            guard let task = cost.task, cost.kind == .ec2 else { return [] }
            let placements = cost.shares.isEmpty ? Self.leading(cost.placements).map { [$0] } ?? [] : cost.shares
            return zip(Self.capacities(of: request.services[index]), placements).map { capacity, placement in
                var share = request.services[index]
                share.tasks = placement.tasks
                return Tenant(service: index, request: share, capacity: capacity, task: task, alone: placement.monthly)
            }
        }
    }

    private mutating func cost(ofGroup name: String, for tenants: [Tenant]) -> SharedGroupCost? {
        guard let first = tenants.first, case .named(let types) = first.capacity.instances,
            let type = groupType(of: types, for: tenants)
        else { return nil }
        let capacity = first.capacity
        region = region(of: first.request)
        let hosts = HostPair(type, registered: catalog.registeredMemory(of: type), capacity: capacity)
        let tasks = tenants.map(\.request.tasks)
        let packed = ScalingRange(minimum: tasks.map(\.minimum), desired: tasks.map(\.desired), maximum: tasks.map(\.maximum))
            .map { pack(tenants.map(\.task), $0, on: hosts, zones: min(max(capacity.zones, 1), CostLimits.zones)) }
        let weight = capacity.weight(of: type.name)
        let fixed = capacity.isSizedByTasks ? nil : fixedInstances(of: capacity, weight: weight)
        let counts = packed.map { $0.map { bounded($0.instances, by: capacity, weight: weight) } ?? fixed }
        warnOfLittleRoom(in: name, capacity: capacity, weight: weight, needed: packed.maximum?.instances, type: type)
        return SharedGroupCost(
            name: name, services: tenants.map(\.request.name), instanceType: type.name, instances: counts,
            lowerBound: packed.map { $0?.lowerBound },
            monthly: bill(for: counts, of: type, weight: weight, capacity: capacity, first.request).monthly)
    }

    /// The first of a group's types that holds a task of every service, else the first.
    private func groupType(of names: [String], for tenants: [Tenant]) -> InstanceType? {
        let types = names.compactMap { name in tenants.first.flatMap { instanceType(name, on: $0.capacity) } }
        let holding = types.first { type in
            tenants.allSatisfy { tenant in
                let hosts = HostPair(type, registered: catalog.registeredMemory(of: type), capacity: tenant.capacity)
                return (hosts.counted(tenant.task)?.tasksPerInstance ?? 0) > 0
            }
        }
        return holding ?? types.first
    }

    private mutating func warnOfLittleRoom(in group: String, capacity: EC2Capacity, weight: Int, needed: Int?, type: InstanceType)
    {
        let fixed = capacity.isSizedByTasks ? nil : fixedInstances(of: capacity, weight: weight)
        let most = fixed ?? capacity.maximumInstances.map { max(0, $0) / weight }
        guard let needed, let most, most < needed else { return }
        notes.report(
            CostDiagnostic(
                .warning, .tasksNeverPlaced,
                "\(group): its services at their maxima need \(needed) \(type.name) together, the group has "
                    + (fixed == nil ? "at most \(most)." : "\(most), and nothing adds instances to it.")
            ))
    }

    /// The instances by the plan or by what ECS places, whichever takes more.
    private func pack(
        _ tasks: [TaskDemand], _ counts: [Int?], on hosts: HostPair, zones: Int
    ) -> (instances: Int, lowerBound: Int)? {
        let daemons = hosts.capacity.daemons
        let scheduled = tasks.map { task in
            var task = task
            task.memoryMiB = task.scheduledMemoryMiB
            return task
        }
        guard let planned = pack(tasks, counts, on: hosts.planned.remaining(after: daemons), zones: zones),
            let placed = pack(scheduled, counts, on: hosts.registered.remaining(after: daemons, memory: .scheduled), zones: zones)
        else { return nil }
        return (max(planned.instances, placed.instances), max(planned.lowerBound, placed.lowerBound))
    }

    /// The instances of all zones together; each zone has its part of every service, as ECS spreads them.
    private func pack(
        _ tasks: [TaskDemand], _ counts: [Int?], on host: HostOffer, zones: Int
    ) -> (instances: Int, lowerBound: Int)? {
        var instances = 0
        var lowerBound = 0
        for zone in 0..<zones {
            var kinds: [BinPacking.Kind] = []
            for (task, count) in zip(tasks, counts) {
                guard let count else { return nil }
                kinds.append(BinPacking.Kind(task, count: count / zones + (zone < count % zones ? 1 : 0)))
            }
            guard let packing = BinPacking(kinds, on: host) else { return nil }
            instances = instances.saturatingAdding(max(packing.instances, zones > 1 ? 1 : 0))
            lowerBound = lowerBound.saturatingAdding(packing.lowerBound)
        }
        return (instances, lowerBound)
    }

    /// The parts of a sum in proportion to what each would cost alone; they add up to the sum exactly.
    private static func parts(
        of whole: ScalingRange<Decimal?>, for alone: [ScalingRange<Decimal?>]
    ) -> [ScalingRange<Decimal?>] {
        let minimum = parts(of: whole.minimum, for: alone.map(\.minimum))
        let desired = parts(of: whole.desired, for: alone.map(\.desired))
        let maximum = parts(of: whole.maximum, for: alone.map(\.maximum))
        return alone.indices.map {
            ScalingRange(minimum: minimum[$0], desired: desired[$0], maximum: maximum[$0])
        }
    }

    private static func parts(of whole: Decimal?, for alone: [Decimal?]) -> [Decimal?] {
        let known = alone.compactMap { $0 }
        guard let whole, known.count == alone.count else { return alone.map { _ in nil } }
        let sum = known.reduce(Decimal.zero, +)
        var parts = known.map { part in
            sum == .zero ? whole.divided(by: alone.count) ?? .zero : (whole * part).divided(by: sum) ?? .zero
        }
        if let last = parts.indices.last { parts[last] = whole - parts.dropLast().reduce(Decimal.zero, +) }
        return parts
    }

    static func sum(_ left: ScalingRange<Decimal?>, _ right: ScalingRange<Decimal?>) -> ScalingRange<Decimal?> {
        left.combined(with: right) { left, right in left.flatMap { a in right.map { a + $0 } } }
    }

    private static func difference(_ left: ScalingRange<Decimal?>, _ right: ScalingRange<Decimal?>) -> ScalingRange<Decimal?> {
        left.combined(with: right) { left, right in left.flatMap { a in right.map { a - $0 } } }
    }
}
