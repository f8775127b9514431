import InstanceCatalog

extension CostEstimator {
    /// The cheapest fleet of each service; empty unless the request asks for it.
    mutating func optimisedFleets() -> [OptimisedFleet] {
        guard let rules = request.optimisation else { return [] }
        return request.services.compactMap { service in
            region = region(of: service)
            return optimisedFleet(of: service, rules)
        }
    }

    private mutating func optimisedFleet(of service: ServiceCostRequest, _ rules: FleetRules) -> OptimisedFleet? {
        guard let task = service.task, let tasks = optimisedTasks(of: service) else { return nil }
        guard tasks <= FleetRules.mostTasks else {
            note(
                .error, .invalidRequest, "--optimise chooses fleets for up to \(FleetRules.mostTasks) tasks, not \(tasks).",
                service)
            return nil
        }
        let capacity = capacityToOptimise(service, rules)
        var rules = rules
        rules.targetCapacityPercent = capacity.targetCapacityPercent
        let optimiser = FleetOptimiser(options: options(for: service, task: task, on: capacity, rules), rules: rules)
        guard let answer = optimiser.answer(tasks: tasks) else {
            note(
                .error, .taskNeverFits,
                "No fleet of the types in \(region) that --optimise may take holds the tasks and keeps its rules.", service)
            return nil
        }
        return fleet(for: service, tasks: tasks, answer, of: optimiser)
    }

    private func optimisedTasks(of service: ServiceCostRequest) -> Int? {
        guard let desired = service.tasks.desired, desired > 0 else { return service.tasks.maximum.flatMap { $0 > 0 ? $0 : nil } }
        return desired
    }

    /// The service's own hosts, with any type that the rules allow.
    private func capacityToOptimise(_ service: ServiceCostRequest, _ rules: FleetRules) -> EC2Capacity {
        var capacity: EC2Capacity
        switch service.capacity {
        case .ec2(let own): capacity = own
        case .ec2Groups(let items): capacity = items.first?.capacity ?? EC2Capacity(instances: .cheapest(1))
        case .fargate, .external, .undetermined: capacity = EC2Capacity(instances: .cheapest(1))
        }
        capacity.typeFilter = rules.filter
        capacity.vcpus = nil
        return capacity
    }

    // MARK: - Options

    private mutating func options(
        for service: ServiceCostRequest, task: TaskDemand, on capacity: EC2Capacity, _ rules: FleetRules
    ) -> [FleetOption] {
        var capacity = capacity
        if task.gpus > 0 { capacity.typeFilter?.accelerators = InstanceTypeFilter.Bounds(least: task.gpus) }
        capacity.typeFilter?.burstable = .included
        var options: [FleetOption] = []
        for candidate in pricedTypes(for: task, on: capacity) {
            let hosts = HostPair(candidate.type, registered: catalog.registeredMemory(of: candidate.type), capacity: capacity)
            guard let placement = hosts.counted(task), let each = placement.tasksPerInstance, each > 0,
                let credits = rankedCredits(of: candidate.type, task: task, tasks: each, instances: 1)
            else { continue }
            let name = candidate.type.name
            // Spot is looked at even where the rules allow none, so that the answer says what the rule costs.
            let spot = rankedSpotHour(of: name, onDemand: candidate.hour, capacity.spot)
            for (purchase, hour) in [(FleetOption.Purchase.onDemand, candidate.hour), (.spot, spot)] {
                guard let hour else { continue }
                options.append(
                    FleetOption(
                        name: name, purchase: purchase, tasks: each, monthly: hour * hours + credits, creditsMonthly: credits,
                        binding: placement.binding))
            }
        }
        return options.sorted { ($0.name, $0.purchase.rawValue) < ($1.name, $1.purchase.rawValue) }
            + fargateOptions(for: service, task: task)
    }

    private mutating func fargateOptions(for service: ServiceCostRequest, task: TaskDemand) -> [FleetOption] {
        guard request.optimisation?.filter.allowed.isEmpty == true else { return [] }
        var one = service
        one.tasks = ScalingRange(all: 1)
        guard let cost = fargateAlternative(for: one, task: task) else { return [] }
        let prices = [(FleetOption.Purchase.onDemand, cost.onDemandMonthly.desired), (.spot, cost.spotMonthly.desired)]
        return prices.compactMap { purchase, monthly in
            monthly.map { FleetOption(name: "Fargate", isFargate: true, purchase: purchase, tasks: 1, monthly: $0) }
        }
    }

    // MARK: - The answer

    private func fleet(
        for service: ServiceCostRequest, tasks: Int, _ answer: FleetOptimiser.Answer, of optimiser: FleetOptimiser
    ) -> OptimisedFleet {
        let allowed = Set(answer.units.keys)
        let answers = service.tasks.map { count in
            count.flatMap { $0 == tasks ? answer : optimiser.answer(tasks: $0, allowed: allowed) ?? optimiser.answer(tasks: $0) }
        }
        let used = answers.minimum.map { Set($0.units.keys) } ?? []
        let indexes = used.union(allowed).union(answers.maximum.map { Set($0.units.keys) } ?? [])
        let lines = indexes.sorted().map { index in
            let option = optimiser.options[index]
            let units = answers.map { $0.map { $0.units[index] ?? 0 } }
            return OptimisedFleet.Line(option: option, units: units, monthly: units.map { $0.map { option.monthly * $0 } })
        }
        let zones = optimiser.rules.survivedZones
        return OptimisedFleet(
            service: service.name, tasks: service.tasks, chosenFor: tasks,
            lines: lines.sorted { ($1.monthly.desired ?? .zero) < ($0.monthly.desired ?? .zero) },
            monthly: answers.map { $0?.cost }, cost: answer.cost, lowerBound: answer.bound,
            constraints: constraints(on: answer, tasks: tasks, of: optimiser),
            ofOneOption: oneOption(beside: answer, tasks: tasks, of: optimiser),
            otherPlatformMonthly: otherPlatform(beside: answer, tasks: tasks, of: optimiser),
            afterZoneLoss: zones.map { .init(zones: $0, tasks: optimiser.tasksAfterLoss(answer, zones: $0)) },
            optionCount: optimiser.options.count)
    }

    private func oneOption(
        beside answer: FleetOptimiser.Answer, tasks: Int, of optimiser: FleetOptimiser
    ) -> OptimisedFleet.Line? {
        guard answer.units.count > 1, let one = optimiser.answerOfOneOption(tasks: tasks), let entry = one.units.first else {
            return nil
        }
        return OptimisedFleet.Line(
            option: optimiser.options[entry.key], units: ScalingRange(all: entry.value), monthly: ScalingRange(all: one.cost))
    }

    private func otherPlatform(beside answer: FleetOptimiser.Answer, tasks: Int, of optimiser: FleetOptimiser) -> Decimal? {
        let isFargate = answer.units.keys.first.map { optimiser.options[$0].isFargate } ?? false
        let others = Set(optimiser.options.indices.filter { optimiser.options[$0].isFargate != isFargate })
        return optimiser.answer(tasks: tasks, allowed: others)?.cost
    }

    /// What each rule costs: the cheapest fleet without it, where that is cheaper.
    private func constraints(
        on answer: FleetOptimiser.Answer, tasks: Int, of optimiser: FleetOptimiser
    ) -> [OptimisedFleet.Constraint] {
        var found: [OptimisedFleet.Constraint] = []
        func look(_ kind: OptimisedFleet.Constraint.Kind, tasks: Int, _ rules: FleetRules) {
            let without = FleetOptimiser(options: optimiser.options, rules: rules).answer(tasks: tasks)?.cost
            guard let without, without < answer.cost else { return }
            found.append(.init(kind: kind, monthlyWithout: without))
        }
        var rules = optimiser.rules
        rules.survivedZones = nil
        look(.zoneSurvival, tasks: tasks, rules)
        rules = optimiser.rules
        rules.spotAtMostPercent = 100
        look(.spotShare, tasks: tasks, rules)
        rules = optimiser.rules
        rules.targetCapacityPercent = 100
        look(.targetCapacity, tasks: tasks, rules)
        if let sizing = request.sizing, sizing.simulation != nil {
            look(.latencyGoal, tasks: min(tasks, sizing.demand.leastTasks), optimiser.rules)
        }
        if answer.bound < answer.cost { found.append(.init(kind: .wholeInstances, monthlyWithout: answer.bound)) }
        return found.sorted { $0.monthlyWithout < $1.monthlyWithout }
    }
}
