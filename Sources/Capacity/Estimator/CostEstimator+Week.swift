import InstanceCatalog

extension CostEstimator {
    /// Prices what scheduled actions change by the hours of a week: each stretch of it as if it were all, weighed by its minutes.
    ///
    /// Counts stay those of the whole range, since they are what may run at some time; only money is weighed.
    mutating func priceByWeek(
        _ services: inout [ServiceCost], _ groups: inout [SharedGroupCost], _ additional: inout [AdditionalCost]
    ) {
        let minutes = Set(request.services.flatMap(Self.changes)).sorted()
        guard !minutes.isEmpty, minutes.count <= Self.mostStretches else {
            if !minutes.isEmpty { notes.assume("Scheduled actions change more often than is followed; the whole range counts.") }
            return
        }
        var sums = WeeklySums(services, groups, additional)
        for (position, minute) in minutes.enumerated() {
            let next = position + 1 < minutes.count ? minutes[position + 1] : minutes[0] + Self.week
            var slice = request
            slice.services = request.services.map { Self.service($0, at: minute) }
            var estimator = CostEstimator(request: slice, catalog: catalog, notes: CostNotes(assumptions: []))
            let part = estimator.priced()
            sums.add(part.services, part.groups, part.additional, minutes: next - minute)
        }
        sums.write(to: &services, &groups, &additional)
        notes.assume(
            "Scheduled actions: money is by the hours of a week, "
                + "\(minutes.count == 1 ? "which are all alike" : "in \(minutes.count) stretches of it"); clocks are not changed."
        )
    }

    private static let week = 7 * 24 * 60
    /// Stretches of a week that are priced; an action each hour has 168.
    private static let mostStretches = 200

    private static func changes(_ service: ServiceCostRequest) -> [Int] {
        service.week.map(\.minute) + capacities(of: service).flatMap { $0.week.map(\.minute) }
    }

    private static func service(_ service: ServiceCostRequest, at minute: Int) -> ServiceCostRequest {
        var service = service
        service.tasks = value(service.week, at: minute) ?? service.tasks
        service.week = []
        switch service.capacity {
        case .ec2(let capacity): service.capacity = .ec2(Self.capacity(capacity, at: minute))
        case .ec2Groups(let items):
            service.capacity = .ec2Groups(
                items.map {
                    ServiceCapacity.EC2GroupItem(
                        base: $0.base, weight: $0.weight, capacity: Self.capacity($0.capacity, at: minute))
                })
        case .fargate, .external, .undetermined: break
        }
        return service
    }

    private static func capacity(_ capacity: EC2Capacity, at minute: Int) -> EC2Capacity {
        guard let sizes = value(capacity.week, at: minute) else { return capacity }
        var capacity = capacity
        capacity.minimumInstances = sizes.minimum
        capacity.maximumInstances = sizes.maximum
        capacity.desiredInstances = sizes.desired
        capacity.week = []
        return capacity
    }

    /// What the last change at or before a minute left; before the first one of a week it is what the last one left.
    private static func value<Value>(_ changes: [WeekChange<Value>], at minute: Int) -> Value? {
        (changes.last { $0.minute <= minute } ?? changes.last)?.value
    }
}

/// Sums of money over the stretches of a week.
private struct WeeklySums {
    private var services: [ScalingRange<Decimal?>]
    private var placements: [[ScalingRange<Decimal?>]]
    private var fargate: [ScalingRange<Decimal?>]
    private var groups: [ScalingRange<Decimal?>]
    private var additional: [ScalingRange<Decimal?>]
    private var minutes = 0

    init(_ services: [ServiceCost], _ groups: [SharedGroupCost], _ additional: [AdditionalCost]) {
        let zero = ScalingRange<Decimal?>(all: .zero)
        self.services = services.map { _ in zero }
        placements = services.map { $0.placements.map { _ in zero } }
        fargate = services.map { _ in zero }
        self.groups = groups.map { _ in zero }
        self.additional = additional.map { _ in zero }
    }

    mutating func add(
        _ services: [ServiceCost], _ groups: [SharedGroupCost], _ additional: [AdditionalCost], minutes: Int
    ) {
        self.minutes += minutes
        Self.add(services.map(\.monthly), to: &self.services, minutes)
        Self.add(services.map { $0.fargate?.onDemandMonthly ?? ScalingRange(all: nil) }, to: &fargate, minutes)
        Self.add(groups.map(\.monthly), to: &self.groups, minutes)
        Self.add(additional.map(\.monthly), to: &self.additional, minutes)
        for (index, service) in services.enumerated() where placements.indices.contains(index) {
            Self.add(service.placements.map(\.monthly), to: &placements[index], minutes)
        }
    }

    /// A stretch in which something is missing leaves its sum unknown.
    private static func add(_ parts: [ScalingRange<Decimal?>], to sums: inout [ScalingRange<Decimal?>], _ minutes: Int) {
        for index in sums.indices {
            let part = parts.indices.contains(index) ? parts[index] : ScalingRange(all: nil)
            sums[index] = CostEstimator.sum(sums[index], part.map { $0.map { $0 * minutes } })
        }
    }

    private func mean(_ sum: ScalingRange<Decimal?>) -> ScalingRange<Decimal?> {
        sum.map { $0.flatMap { $0.divided(by: minutes) } }
    }

    func write(to services: inout [ServiceCost], _ groups: inout [SharedGroupCost], _ additional: inout [AdditionalCost]) {
        for index in services.indices {
            let monthly = mean(self.services[index])
            services[index].monthly = monthly
            services[index].interval = nil
            services[index].fargate?.price(all: mean(fargate[index]), asItIs: monthly)
            for place in services[index].placements.indices {
                services[index].placements[place].monthly = mean(placements[index][place])
            }
        }
        for index in groups.indices { groups[index].monthly = mean(self.groups[index]) }
        for index in additional.indices { additional[index].monthly = mean(self.additional[index]) }
    }
}
