import InstanceCatalog

extension CostEstimator {
    /// Prices of one Fargate task of a size in US dollars an hour; `nil` when the catalog lacks a rate.
    private struct TaskHours {
        let onDemand: Decimal?
        let spot: Decimal?
        var lacksStorage = false
    }

    mutating func cost(
        of service: ServiceCostRequest, task: TaskDemand, on capacity: FargateCapacity
    ) -> ServiceCost {
        let sizing = FargateSizing(sizes: catalog.fargateSizes)
        let legal = sizing.isLegal(cpuUnits: task.cpuUnits, memoryMiB: task.memoryMiB, isWindows: task.isWindows)
        let size = fargateSize(for: task)
        if !legal {
            let remedy = size.map { "; priced as the nearest size, \($0.cpuUnits) CPU units and \($0.memoryMiB) MiB" } ?? ""
            note(
                .error, .illegalFargateSize,
                "Fargate refuses \(task.cpuUnits) CPU units with \(task.memoryMiB) MiB\(remedy).", service)
        }
        if size == nil {
            note(.error, .taskNeverFits, "The task is larger than the largest that Fargate has.", service)
        }
        let fargate = size.flatMap { fargateCost(of: service, task: task, size: $0, capacity: capacity) }
        return ServiceCost(
            service, kind: .fargate, fargate: fargate, monthly: fargate?.split?.monthly ?? ScalingRange(all: nil),
            interval: fargate?.split?.interval)
    }

    /// What the same tasks would cost on Fargate; `nil` when it has no size for them.
    mutating func fargateAlternative(for service: ServiceCostRequest, task: TaskDemand) -> FargateCost? {
        guard task.gpus == 0, let size = fargateSize(for: task) else { return nil }
        return fargateCost(of: service, task: task, size: size, capacity: nil)
    }

    private func fargateSize(for task: TaskDemand) -> FargateSize? {
        FargateSizing(sizes: catalog.fargateSizes).cheapest(
            cpuUnits: task.cpuUnits, memoryMiB: task.memoryMiB, isWindows: task.isWindows,
            rate: rate(for: task))
    }

    private func rate(for task: TaskDemand) -> FargateRate? {
        return task.isWindows
            ? catalog.windowsFargateRate(in: region) : catalog.fargateRate(in: region, architecture: task.architecture)
    }

    private mutating func fargateCost(
        of service: ServiceCostRequest, task: TaskDemand, size: FargateSize, capacity: FargateCapacity?
    ) -> FargateCost? {
        let hour = taskHours(task: task, size: size, gigabytes: capacity?.ephemeralStorageGiB ?? 20, service)
        func monthly(_ tasks: ScalingRange<Int?>, _ hour: Decimal?) -> ScalingRange<Decimal?> {
            tasks.map { $0.flatMap { count in hour.map { $0 * hours * count } } }
        }
        return FargateCost(
            size: size, onDemandMonthly: monthly(service.tasks, hour.onDemand),
            spotMonthly: monthly(service.tasks, hour.spot), lacksStorage: hour.lacksStorage,
            split: capacity.flatMap { split(of: service, on: $0, at: hour) })
    }

    private mutating func taskHours(
        task: TaskDemand, size: FargateSize, gigabytes: Int, _ service: ServiceCostRequest
    ) -> TaskHours {
        guard let rate = rate(for: task) else {
            let remedy = "; it comes with `ecslint catalog import` of the price list of AmazonECS"
            note(
                .warning, .priceMissing,
                "The catalog has no Fargate price for \(task.isWindows ? "Windows" : task.architecture.rawValue) in \(region)\(remedy).",
                service)
            return TaskHours(onDemand: nil, spot: nil)
        }
        let knownStorage = rate.ephemeralHour(gigabytes: gigabytes)
        if knownStorage == nil {
            note(
                .warning, .priceMissing,
                "The catalog has no price of ephemeral storage in \(region); the task has \(gigabytes) GiB, of which those above "
                    + "\(FargateRate.freeEphemeralGB) come on top of the figures.", service)
        }
        let storage = knownStorage ?? .zero
        let onDemand = rate.onDemandHour(of: size)
        if onDemand == nil {
            note(.warning, .priceMissing, "The catalog has no Fargate on-demand price in \(region).", service)
        } else {
            notes.tookFargatePrice(asOf: rate.asOf)
            warnOfAge(rate.asOf, of: "Fargate")
        }
        return TaskHours(
            onDemand: onDemand.map { $0 + storage },
            // Fargate Spot does not run Windows (ECS developer guide, fargate-capacity-providers).
            spot: task.isWindows ? nil : spotHour(of: size, rate: rate, onDemand: onDemand).map { $0 + storage },
            lacksStorage: knownStorage == nil)
    }

    private mutating func spotHour(of size: FargateSize, rate: FargateRate, onDemand: Decimal?) -> Decimal? {
        if let spot = rate.spotHour(of: size) {
            notes.tookFargatePrice(asOf: rate.spotAsOf)
            warnOfAge(rate.spotAsOf, of: "Fargate Spot")
            return spot
        }
        guard let onDemand else { return nil }
        notes.assume(
            "Fargate Spot is 70 % off in \(rate.region) for \(rate.architecture.rawValue), since the catalog lacks its rate.")
        return onDemand.percent(30)
    }

    private mutating func split(
        of service: ServiceCostRequest, on capacity: FargateCapacity, at hour: TaskHours
    ) -> FargateCost.Split? {
        let strategy: CapacityProviderStrategy
        do {
            strategy = try CapacityProviderStrategy(capacity.strategy.map { .init(base: $0.base, weight: $0.weight) })
        } catch {
            note(.error, .invalidStrategy, "ECS refuses the capacity provider strategy: \(error.explanation).", service)
            return nil
        }
        let shares = service.tasks.map { $0.map { FargateShares(strategy.split(tasks: $0), of: capacity.strategy) } }
        let monthly = shares.map { $0.flatMap { self.monthly($0.onDemand, hour.onDemand, $0.spot, hour.spot) } }
        let interval = shares.map { shares in
            shares.flatMap { shares in
                RemainderInterval.cost(of: shares.lines) { line, tasks in
                    let isSpot = capacity.strategy[line].purchase == .spot
                    return self.monthly(isSpot ? 0 : tasks, hour.onDemand, isSpot ? tasks : 0, hour.spot)
                }
            }
        }
        if let interval = shares.desired?.spotInterval, interval.count > 1 {
            notes.assume(
                "\(service.name): the remainder of a capacity provider strategy goes to the largest fraction; AWS documents no rule, "
                    + "so \(interval.lowerBound) to \(interval.upperBound) of its tasks run on Fargate Spot.")
        }
        return FargateCost.Split(
            onDemandTasks: shares.map { $0?.onDemand }, spotTasks: shares.map { $0?.spot },
            spotTasksInterval: shares.map { $0?.spotInterval }, monthly: monthly, interval: interval)
    }

    private func monthly(_ onDemand: Int, _ onDemandHour: Decimal?, _ spot: Int, _ spotHour: Decimal?) -> Decimal? {
        func part(_ tasks: Int, _ hour: Decimal?) -> Decimal? {
            tasks == 0 ? .zero : hour.map { $0 * hours * tasks }
        }
        return part(onDemand, onDemandHour).flatMap { first in part(spot, spotHour).map { first + $0 } }
    }
}
