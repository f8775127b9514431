import InstanceCatalog

extension CostEstimator {
    mutating func cost(
        of service: ServiceCostRequest, task: TaskDemand, on capacity: EC2Capacity
    ) -> ServiceCost {
        let placements = placements(of: service, task: task, on: capacity)
        return ServiceCost(
            service, kind: .ec2, placements: placements, fargate: fargateAlternative(for: service, task: task),
            monthly: Self.leading(placements)?.monthly ?? ScalingRange(all: nil))
    }

    /// The placement that sums take: the first that holds a task, else the first.
    static func leading(_ placements: [InstancePlacement]) -> InstancePlacement? {
        placements.first { ($0.tasksPerInstance ?? 0) > 0 } ?? placements.first
    }

    /// A placement for each instance type of the capacity.
    mutating func placements(
        of service: ServiceCostRequest, task: TaskDemand, on capacity: EC2Capacity
    ) -> [InstancePlacement] {
        let types: [String]
        switch capacity.instances {
        case .named(let names): types = names
        case .cheapest(let count): types = cheapestTypes(for: service, task: task, on: capacity, count: count)
        }
        if types.isEmpty {
            note(
                .error, .taskNeverFits, "No instance type of the catalog with a price in \(region) fits the task.",
                service)
        }
        noteUnusedSpot(capacity, service)
        let holdsOne = types.contains { holdsTask($0, task: task, on: capacity) }
        let placements = types.map { placement(of: service, task: task, on: capacity, typeName: $0, isOnlyChance: !holdsOne) }
        if let group = capacity.group, types.count > 1, let first = Self.leading(placements) {
            notes.assume(
                "\(group) may start \(types.joined(separator: ", ")); the sums take \(first.instanceType) for all of its instances."
            )
        }
        return placements
    }

    private func holdsTask(_ name: String, task: TaskDemand, on capacity: EC2Capacity) -> Bool {
        guard let type = instanceType(name, on: capacity) else { return false }
        let hosts = HostPair(type, registered: catalog.registeredMemory(of: type), capacity: capacity)
        return (hosts.counted(task)?.tasksPerInstance ?? 1) > 0
    }

    private mutating func placement(
        of service: ServiceCostRequest, task: TaskDemand, on capacity: EC2Capacity, typeName: String, isOnlyChance: Bool
    ) -> InstancePlacement {
        guard let type = instanceType(typeName, on: capacity) else {
            note(.error, .unknownInstanceType, "The catalog does not hold the instance type \(typeName).", service)
            return .unknown(typeName, group: capacity.group, tasks: service.tasks)
        }
        if let vcpus = capacity.vcpus, vcpus == type.vcpus, vcpus != catalog.instanceType(typeName)?.vcpus {
            notes.assume("\(type.name) with the \(vcpus) vCPUs that the CPU options of its launch template leave.")
        }
        let registered = catalog.registeredMemory(of: type)
        if registered.origin == .estimated { notes.estimatedMemory(of: type.name) }
        let hosts = HostPair(type, registered: registered, capacity: capacity)
        let planned = Placement(of: task, on: hosts.planned, daemons: capacity.daemons)
        let placed = Placement(of: task, on: hosts.registered, daemons: capacity.daemons, memory: .scheduled)
        let counted = Placement.smaller(planned, placed)
        let tasksPerInstance = counted?.tasksPerInstance
        warn(about: type, task: task, capacity: capacity, counted: counted, isOnlyChance: isOnlyChance, service: service)
        warnOfOvercommitment(
            type, task: task, placed: placed, on: hosts.registered.remaining(after: capacity.daemons, memory: .scheduled),
            service)

        let weight = capacity.weight(of: type.name)
        let counts = instanceCounts(for: service, tasksPerInstance: tasksPerInstance, capacity: capacity, weight: weight)
        warn(aboutBoundsOf: capacity, tasksPerInstance: tasksPerInstance, type: type, service: service)
        let bill = bill(for: counts, of: type, weight: weight, capacity: capacity, service)
        var result = InstancePlacement(
            instanceType: type.name, planned: planned, placed: placed, tasksIfReserved: hosts.tasksIfReserved(task),
            differences: hosts.differences(of: task, planned: planned, placed: placed),
            instances: counts, onDemandInstances: bill.onDemandInstances, spotInstances: bill.spotInstances,
            onDemandHour: bill.onDemandHour, spotHour: bill.spotHour, monthly: bill.monthly,
            usdPerTaskMonth: perTask(bill.monthly.desired, tasks: service.tasks.desired), group: capacity.group,
            tasks: service.tasks,
            fleet: outlook(
                for: service, tasksPerInstance: tasksPerInstance, counts: counts, capacity: capacity, type: type),
            wastePercent: hosts.waste(of: task, tasks: tasksPerInstance, daemons: capacity.daemons))
        result.arithmetic = PlacementArithmetic(counted, isPlanned: counted == planned, of: task, on: hosts)
        if let packed = placed.tasksPerInstance, packed > tasksPerInstance ?? packed {
            let counts = instanceCounts(for: service, tasksPerInstance: packed, capacity: capacity, weight: weight)
            result.monthlyIfPacked = self.bill(for: counts, of: type, weight: weight, capacity: capacity, service).monthly
        }
        result.creditsMonthly = creditsMonthly(for: service.tasks, task: task, counts: counts, of: type)
        result.spotInterruption = catalog.spotSaving(of: type.name, in: region)?.interruptionBand
        return result
    }

    /// What workers that are always busy pay for CPU credits: the vCPUs that they reserve, or all where they reserve none, less
    /// the baseline of their instances (EC2 user guide, burstable performance, unlimited mode).
    private func creditsMonthly(
        for tasks: ScalingRange<Int?>, task: TaskDemand, counts: ScalingRange<Int?>, of type: InstanceType
    ) -> ScalingRange<Decimal?>? {
        guard type.isBurstable == true else { return nil }
        let credits = catalog.cpuCredits(of: type.name)
        return tasks.combined(with: counts) { tasks, count in
            guard let tasks, let count, let credits else { return nil }
            return credits.surplusMonthly(
                busyUnits: task.cpuUnits, tasks: tasks, instances: count, vcpus: type.vcpus, hours: hours)
        }
    }

    /// The type as the capacity starts it: CPU options may take vCPUs from it.
    func instanceType(_ name: String, on capacity: EC2Capacity) -> InstanceType? {
        let type = catalog.instanceType(name)
        guard let type, let vcpus = capacity.vcpus, vcpus < type.vcpus else { return type }
        return type.with(vcpus: vcpus)
    }

    /// What a number of instances of a type costs, by how a group shares them between on demand and Spot.
    mutating func bill(
        for counts: ScalingRange<Int?>, of type: InstanceType, weight: Int, capacity: EC2Capacity,
        _ service: ServiceCostRequest
    ) -> InstanceBill {
        let split = counts.map { $0.map { capacity.distribution.split($0, weight: weight) } }
        let usesSpot = (split.maximum?.spot ?? 0) > 0 || (split.desired?.spot ?? 0) > 0
        let onDemand = onDemandHour(of: type, capacity: capacity, service)
        let spot = spotHour(of: type, onDemand: onDemand, capacity: capacity, isNeeded: usesSpot, service)
        return InstanceBill(
            onDemandInstances: split.map { $0?.onDemand }, spotInstances: split.map { $0?.spot }, onDemandHour: onDemand,
            spotHour: spot,
            monthly: split.map { $0.flatMap { self.monthly(onDemand: $0.onDemand, at: onDemand, spot: $0.spot, at: spot) } })
    }

    /// Instances for each number of tasks, after target capacity and within the group's bounds.
    func instanceCounts(
        for service: ServiceCostRequest, tasksPerInstance: Int?, capacity: EC2Capacity, weight: Int = 1
    ) -> ScalingRange<Int?> {
        let zones = min(max(capacity.zones, 1), CostLimits.zones)
        if !capacity.isSizedByTasks { return ScalingRange(all: fixedInstances(of: capacity, weight: weight)) }
        return service.tasks.map { tasks in
            guard let tasks, let tasksPerInstance, tasksPerInstance > 0 else { return nil }
            return Fleet.instances(forTasks: tasks, tasksPerInstance: tasksPerInstance, zones: zones)
                .map { bounded($0, by: capacity, weight: weight) }
        }
    }

    /// The instances that a group really has when its tasks need `packed` of them.
    ///
    /// With weights the group's bounds are in units: the minimum is reached by rounding up, the maximum by rounding down.
    func bounded(_ packed: Int, by capacity: EC2Capacity, weight: Int) -> Int {
        if !capacity.isSizedByTasks, let fixed = fixedInstances(of: capacity, weight: weight) { return fixed }
        let desired = Fleet.desiredCapacity(instances: packed, targetCapacityPercent: capacity.targetCapacityPercent)
        let atLeast = max(desired, (capacity.minimumInstances ?? 0).ceilingDivided(by: weight))
        return min(atLeast, capacity.maximumInstances.map { max(0, $0) / weight } ?? atLeast)
    }

    /// The instances of a group that nothing sizes: what it is told to have, else its minimum (API reference,
    /// CreateAutoScalingGroup.DesiredCapacity).
    func fixedInstances(of capacity: EC2Capacity, weight: Int) -> Int? {
        (capacity.desiredInstances ?? capacity.minimumInstances).map { max(0, $0).ceilingDivided(by: weight) }
    }

    private func monthly(onDemand: Int, at onDemandHour: Decimal?, spot: Int, at spotHour: Decimal?) -> Decimal? {
        func part(_ count: Int, _ hour: Decimal?) -> Decimal? {
            count == 0 ? .zero : hour.map { $0 * hours * count }
        }
        return part(onDemand, onDemandHour).flatMap { first in part(spot, spotHour).map { first + $0 } }
    }

    func perTask(_ monthly: Decimal?, tasks: Int?) -> Decimal? {
        monthly.flatMap { cost in tasks.flatMap { $0 > 0 ? cost.divided(by: $0) : nil } }
    }

    private mutating func onDemandHour(
        of type: InstanceType, capacity: EC2Capacity, _ service: ServiceCostRequest
    ) -> Decimal? {
        guard let price = listPrice(of: type, service) else { return nil }
        guard capacity.isManagedByECS else { return price }
        return managementFee(of: type, on: price, service).map { price + $0 }
    }

    /// What ECS takes for running an instance as a Managed Instance, a share of its on-demand price.
    private mutating func managementFee(of type: InstanceType, on price: Decimal, _ service: ServiceCostRequest) -> Decimal? {
        guard let fee = catalog.managedInstancesFee(of: type.name) else {
            note(.warning, .priceMissing, "The catalog has no fee of ECS Managed Instances; the cost is unknown.", service)
            return nil
        }
        notes.tookOtherPrice(asOf: fee.asOf)
        notes.assume(
            "ECS Managed Instances of \(type.name) cost \((fee.usd * 100).text(minimumPlaces: 0, maximumPlaces: 2)) % of the "
                + "on-demand price on top\(fee.asOf.map { " (\($0))" } ?? "").")
        return price * fee.usd
    }

    private mutating func listPrice(of type: InstanceType, _ service: ServiceCostRequest) -> Decimal? {
        let isWindows = service.task?.isWindows == true
        let known = isWindows ? catalog.windowsPrice(of: type.name, in: region) : catalog.onDemandPrice(of: type.name, in: region)
        guard let price = known else {
            note(
                .warning, .priceMissing,
                isWindows
                    ? "The catalog holds Linux prices; that of \(type.name) with Windows in \(region) comes with "
                        + "`ecslint catalog import` of a price list. Its cost is unknown."
                    : "The catalog has no on-demand price of \(type.name) in \(region); its cost is unknown.", service)
            return nil
        }
        notes.tookOnDemandPrice(asOf: price.asOf)
        warnOfAge(price.asOf, of: "\(type.name) on demand")
        return price.usd
    }

    private mutating func spotHour(
        of type: InstanceType, onDemand: Decimal?, capacity: EC2Capacity, isNeeded: Bool, _ service: ServiceCostRequest
    ) -> Decimal? {
        switch capacity.spot {
        case .price(let price): return min(max(price, .zero), CostLimits.hourlyPrice)
        case .discount(let percent): return onDemand.map { $0 - $0.percent(min(max(percent, .zero), 100)) }
        case .catalog: break
        }
        guard service.task?.isWindows != true else {
            if isNeeded {
                note(
                    .warning, .priceMissing,
                    "No Spot price of \(type.name) with Windows is known; give one with --spot-price or --spot-discount.", service
                )
            }
            return nil
        }
        if let imported = catalog.importedSpotPrice(of: type.name, in: region) {
            notes.tookSpotPrice(asOf: imported.asOf)
            if isNeeded { warnOfAge(imported.asOf, of: "\(type.name) Spot") }
            return imported.usd
        }
        guard let onDemand, let saving = catalog.spotSaving(of: type.name, in: region) else {
            if isNeeded {
                note(
                    .warning, .priceMissing,
                    "No Spot price of \(type.name) in \(region) is known; give one with --spot-price or --spot-discount.",
                    service)
            }
            return nil
        }
        notes.tookSpotPrice(asOf: saving.asOf)
        if isNeeded {
            warnOfAge(saving.asOf, of: "\(type.name) Spot")
            notes.assume(
                "Spot price of \(type.name): on demand less \(saving.percent) %, the Spot Advisor's saving"
                    + "\(saving.asOf.map { " of \($0)" } ?? ""); indicative only.")
        }
        return onDemand - onDemand.percent(saving.percent)
    }
}
