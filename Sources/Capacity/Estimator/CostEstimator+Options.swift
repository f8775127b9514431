import InstanceCatalog

extension CostEstimator {
    /// EC2 on demand, Spot and mixed, Fargate and Fargate Spot, on x86 and ARM, the cheapest first; unknown ones last.
    func options() -> [PurchaseOption] {
        guard request.comparesPurchases else { return [] }
        let options = request.services.flatMap { service in
            [ProcessorArchitecture.x86_64, .arm64].flatMap { architecture in
                let choice = choice(for: service, on: architecture)
                return PurchaseOption.Purchase.allCases.map { option($0, on: architecture, for: service, choice) }
            }
        }
        return options.enumerated().sorted { left, right in
            let order = (left.element.monthly.desired, right.element.monthly.desired)
            switch order {
            case (let first?, let second?) where first != second: return first < second
            case (.some, nil): return true
            case (nil, .some): return false
            default: return left.offset < right.offset
            }
        }.map(\.element)
    }

    /// Fargate against instances for each service of which both prices are known; empty unless purchases are compared.
    mutating func breakEvens() -> [BreakEven] {
        guard request.comparesPurchases else { return [] }
        return request.services.compactMap { service in
            region = region(of: service)
            return breakEven(of: service)
        }
    }

    private func breakEven(of service: ServiceCostRequest) -> BreakEven? {
        guard let task = service.task else { return nil }
        var estimator = CostEstimator(request: request, catalog: catalog, notes: CostNotes(assumptions: []))
        estimator.region = region
        var capacity = choice(for: service, on: task.architecture).capacity
        capacity.distribution = .onDemand
        guard let placement = Self.leading(estimator.placements(of: service, task: task, on: capacity)),
            let each = placement.tasksPerInstance, each > 0, let hour = placement.onDemandHour
        else { return nil }
        var one = service
        one.tasks = ScalingRange(all: 1)
        guard let fargate = estimator.fargateAlternative(for: one, task: task), let monthly = fargate.onDemandMonthly.desired
        else { return nil }
        return BreakEven(
            service: service.name, instanceType: placement.instanceType, tasksPerInstance: each, instanceMonthly: hour * hours,
            spotInstanceMonthly: placement.spotHour.map { $0 * hours }, fargateMonthly: monthly,
            fargateSpotMonthly: fargate.spotMonthly.desired,
            mostTasks: max(1, service.tasks.maximum ?? service.tasks.desired ?? 1))
    }

    /// The capacity that a service has on an architecture: its own, with the first of its types that has the architecture,
    /// else the cheapest type.
    private struct Choice {
        let capacity: EC2Capacity
        let isCheapest: Bool
    }

    /// Each way to buy ranks the types by its own money.
    private func choice(for service: ServiceCostRequest, on architecture: ProcessorArchitecture) -> Choice {
        var capacity: EC2Capacity
        switch service.capacity {
        case .ec2(let own): capacity = own
        case .ec2Groups(let items): capacity = items.first?.capacity ?? EC2Capacity(instances: .cheapest(1))
        case .fargate, .external, .undetermined: capacity = EC2Capacity(instances: .cheapest(1))
        }
        if case .named(let names) = capacity.instances,
            let own = names.first(where: { catalog.instanceType($0)?.architecture == architecture })
        {
            capacity.instances = .named([own])
            return Choice(capacity: capacity, isCheapest: false)
        }
        capacity.instances = .cheapest(1)
        return Choice(capacity: capacity, isCheapest: true)
    }

    /// Prices the service as if it were bought this way; its own report tells of its troubles, so that only assumptions stay.
    private func option(
        _ purchase: PurchaseOption.Purchase, on architecture: ProcessorArchitecture, for service: ServiceCostRequest,
        _ choice: Choice
    ) -> PurchaseOption {
        guard var task = service.task else {
            return PurchaseOption(
                service: service.name, purchase: purchase, architecture: architecture, instanceType: nil, instances: nil,
                monthly: ScalingRange(all: nil), usdPerTaskMonth: nil, assumptions: [])
        }
        let own = task.architecture
        task.architecture = architecture
        var question = service
        question.task = task
        question.queue = nil
        var estimator = CostEstimator(request: request, catalog: catalog, notes: CostNotes(assumptions: []))
        estimator.region = region(of: service)
        if own != architecture { estimator.notes.assume("The image is built for \(architecture.rawValue).") }
        let result = estimator.cost(of: question, task: task, bought: purchase, choice)
        return PurchaseOption(
            service: service.name, purchase: purchase, architecture: architecture, instanceType: result.type,
            instances: result.instances, monthly: result.monthly,
            usdPerTaskMonth: perTask(result.monthly.desired, tasks: service.tasks.desired),
            assumptions: estimator.notes.allAssumptions)
    }

    private mutating func cost(
        of service: ServiceCostRequest, task: TaskDemand, bought purchase: PurchaseOption.Purchase, _ choice: Choice
    ) -> (type: String?, instances: Int?, monthly: ScalingRange<Decimal?>) {
        switch purchase {
        case .fargate, .fargateSpot:
            let fargate = fargateAlternative(for: service, task: task)
            let monthly = purchase == .fargate ? fargate?.onDemandMonthly : fargate?.spotMonthly
            return (nil, nil, monthly ?? ScalingRange(all: nil))
        case .ec2OnDemand, .ec2Spot, .ec2Mixed:
            var capacity = choice.capacity
            if choice.isCheapest { notes.assume("The type that costs least as it is bought.") }
            capacity.distribution = distribution(for: purchase, own: capacity.distribution)
            let placement = Self.leading(placements(of: service, task: task, on: capacity))
            return (placement?.instanceType, placement?.instances.desired ?? nil, placement?.monthly ?? ScalingRange(all: nil))
        }
    }

    private mutating func distribution(
        for purchase: PurchaseOption.Purchase, own: InstanceDistribution
    ) -> InstanceDistribution {
        switch purchase {
        case .ec2Spot: return InstanceDistribution(onDemandBase: 0, onDemandPercent: 0)
        case .ec2Mixed:
            if own.onDemandPercent < 100 { return own }
            notes.assume("Half of the instances above the on-demand base are Spot (--on-demand-percent).")
            return InstanceDistribution(onDemandBase: own.onDemandBase, onDemandPercent: 50)
        default: return .onDemand
        }
    }
}
