import InstanceCatalog

/// Prices services: from a request and a catalog to a report, without reading anything else.
package struct CostEstimator {
    let request: CostRequest
    let catalog: InstanceCatalog
    var notes: CostNotes
    /// Whose prices are taken: the region of the service or group that is being priced.
    var region: String
    /// Groups that several services of the request use.
    let sharedGroups: Set<String>
    /// Those of them that were priced as a whole.
    var pricedGroups: Set<String> = []

    init(request: CostRequest, catalog: InstanceCatalog, notes: CostNotes) {
        self.request = request
        self.catalog = catalog
        self.notes = notes
        region = request.region.name
        sharedGroups = Self.sharedGroups(of: request.services)
    }

    /// Prices every service of a request.
    ///
    /// Whatever cannot be told is `nil` in the report and has a diagnostic; nothing is ever priced at zero for lack of a price.
    package static func estimate(_ request: CostRequest, catalog: InstanceCatalog = .builtIn) -> CostReport {
        var estimator = CostEstimator(
            request: request, catalog: catalog, notes: CostNotes(assumptions: request.assumptions))
        return estimator.report()
    }

    private mutating func report() -> CostReport {
        if let assumption = request.region.assumption { notes.assume(assumption) }
        for name in Set([request.region.name] + request.services.compactMap(\.region)).sorted() where !catalog.knows(region: name)
        {
            notes.report(CostDiagnostic(.error, .unknownRegion, "The catalog has no prices for the region \(name)."))
        }
        notes.assume("A month has \(hours) hours.")
        var (services, groups, additional) = priced()
        priceByWeek(&services, &groups, &additional)
        for index in services.indices { services[index].usdPerMillionMessages = perMillionMessages(index, services[index]) }
        let fleets = optimisedFleets()
        let breakEvens = breakEvens()
        return CostReport(
            region: request.region, hoursPerMonth: hours, catalogDates: notes.catalogDates, services: services,
            groups: groups, monthly: Self.knownSum(services.map(\.monthly)),
            additional: additional, options: options(), breakEvens: breakEvens, fleets: fleets, sizing: request.sizing,
            assumptions: notes.allAssumptions,
            notIncluded: Self.notIncluded(beside: additional), diagnostics: notes.allDiagnostics(region: request.region.name))
    }

    /// Every service by itself, the groups that they share, and what is paid beside compute.
    mutating func priced() -> (services: [ServiceCost], groups: [SharedGroupCost], additional: [AdditionalCost]) {
        var services: [ServiceCost] = []
        for service in request.services {
            region = region(of: service)
            services.append(cost(of: service))
        }
        let groups = shareGroups(among: &services)
        return (services, groups, additional(services, groups: groups))
    }

    /// Where a service runs.
    func region(of service: ServiceCostRequest) -> String { service.region ?? request.region.name }

    /// The sum of what is known; `nil` where nothing is. A part that is unknown makes the sum "at least".
    static func knownSum(_ parts: [ScalingRange<Decimal?>]) -> ScalingRange<Decimal?> {
        func sum(_ parts: [Decimal?]) -> Decimal? {
            let known = parts.compactMap { $0 }
            return known.isEmpty && !parts.isEmpty ? nil : known.reduce(.zero, +)
        }
        return ScalingRange(
            minimum: sum(parts.map(\.minimum)), desired: sum(parts.map(\.desired)), maximum: sum(parts.map(\.maximum)))
    }

    private func perMillionMessages(_ index: Int, _ cost: ServiceCost) -> Decimal? {
        guard let rate = request.services[index].queue?.arrivalRate, rate > .zero else { return nil }
        let millions = (rate * hours * 3600).divided(by: 1_000_000)
        return cost.monthly.desired.flatMap { cost in millions.flatMap { cost.divided(by: $0) } }
    }

    /// What no figure of a report holds.
    private static func notIncluded(beside additional: [AdditionalCost]) -> [String] {
        let items = Set(additional.map(\.item))
        let parts = [
            items.contains(.storage) ? nil : "EBS volumes", items.contains(.publicAddresses) ? nil : "public IPv4 addresses",
            "NAT gateways", "load balancers and data transfer",
        ].compactMap { $0 }
        return [
            parts.joined(separator: ", "),
            (items.contains(.queueRequests) ? "" : "SQS requests, ") + (items.contains(.keyCalls) ? "" : "KMS calls, ")
                + "CloudWatch logs, metrics and Container Insights, ECR storage",
            "CPU credits of burstable types, Savings Plans, Reserved Instances, support and taxes",
        ]
    }

    /// The hours of a month, held within what the calculator reckons with.
    var hours: Decimal { min(max(request.hoursPerMonth, .zero), CostLimits.hours) }

    private mutating func cost(of service: ServiceCostRequest) -> ServiceCost {
        guard let task = service.task, isWithinLimits(service, task) else {
            return undetermined(service)
        }
        if service.tasks.desired == nil {
            note(.warning, .tasksUnknown, "The number of tasks is unknown, so counts and costs at desired are.", service)
        }
        switch service.capacity {
        case .ec2(let capacity): return cost(of: service, task: task, on: capacity)
        case .ec2Groups(let items): return cost(of: service, task: task, on: items)
        case .fargate(let capacity): return cost(of: service, task: task, on: capacity)
        case .external: return ServiceCost(service, kind: .external, monthly: ScalingRange(all: nil))
        case .undetermined: return undetermined(service)
        }
    }

    private mutating func undetermined(_ service: ServiceCostRequest) -> ServiceCost {
        if case .undetermined(let reason) = service.capacity {
            note(.error, .undetermined, reason, service)
        } else if service.task == nil {
            note(.error, .undetermined, "The task's CPU and memory are unknown.", service)
        }
        return ServiceCost(service, kind: .undetermined, monthly: ScalingRange(all: nil))
    }

    private mutating func isWithinLimits(_ service: ServiceCostRequest, _ task: TaskDemand) -> Bool {
        let memory = 1...CostLimits.memoryMiB
        let counts = [service.tasks.minimum, service.tasks.desired, service.tasks.maximum].compactMap { $0 }
        let isSane =
            (0...CostLimits.cpuUnits).contains(task.cpuUnits) && memory.contains(task.memoryMiB)
            && task.softMemoryMiB.map(memory.contains) ?? true && (0...CostLimits.gpus).contains(task.gpus)
            && counts.allSatisfy { (0...CostLimits.tasks).contains($0) }
        if task.memoryMiB == 0, !isSane {
            note(
                .error, .invalidRequest,
                "No container of the task has a limit or a reservation of memory, so ECS refuses it; set memory or memoryReservation.",
                service)
        } else if !isSane {
            note(
                .error, .invalidRequest,
                "The task or its number is out of range: up to \(CostLimits.cpuUnits) CPU units, \(CostLimits.memoryMiB) MiB, "
                    + "\(CostLimits.gpus) GPUs and \(CostLimits.tasks) tasks are priced.", service)
        }
        return isSane
    }

    mutating func note(
        _ severity: CostDiagnostic.Severity, _ code: CostDiagnostic.Code, _ message: String, _ service: ServiceCostRequest
    ) {
        notes.report(CostDiagnostic(severity, code, message, service: service.name))
    }
}
