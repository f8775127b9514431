import Capacity
import InstanceCatalog

/// What a service needs and costs in one sentence, and the sum behind it in figures that a reader can check.
struct CostAnswer {
    private let service: ServiceCost
    private let hours: Decimal
    /// The day of the Spot prices.
    private let spotAsOf: String?

    init(_ service: ServiceCost, in report: CostReport) {
        self.service = service
        hours = report.hoursPerMonth
        spotAsOf = report.catalogDates.spotAsOf
    }

    /// `40 tasks need 4 × c7g.large: 211.70 USD a month on demand, 78.30 on Spot by prices of 2026-02-01.` `nil` where the tasks or their number are
    /// unknown.
    var sentence: String? {
        guard let tasks = service.tasks.desired else { return nil }
        let subject = "\(CostFigures.tasks(tasks)) \(tasks == 1 ? "needs" : "need")"
        if let split = service.fargate?.split {
            guard let money = split.monthly.desired else { return nil }
            return
                "\(subject) \(fargateParts(split).joined(separator: " and ")): \(CostFigures.money(money)) USD a month\(range)\(otherSpot(split))."
        }
        guard service.shares.isEmpty, let placement = service.leading, let instances = placement.instances.desired else {
            return nil
        }
        guard (placement.tasksPerInstance ?? 0) > 0 else { return "No task fits on \(placement.instanceType)." }
        let need = "\(subject) \(CostFigures.count(instances)) × \(placement.instanceType)"
        guard let money = service.monthly.desired else { return "\(need); the price is not known." }
        return "\(need): \(CostFigures.money(money)) USD a month\(range)\(purchase(of: placement, instances: instances))."
    }

    /// `(7577 − 1024 − 256) / 512 = 12 tasks each; ⌈40 / 12⌉ = 4; 4 × 0.0725 × 730 = 211.70`
    var arithmetic: String? {
        guard let tasks = service.tasks.desired else { return nil }
        guard service.shares.isEmpty, let placement = service.leading else { return fargateArithmetic(tasks) }
        guard let each = placement.tasksPerInstance, each > 0, let instances = placement.instances.desired else { return nil }
        var steps: [String] = []
        if let sum = placement.arithmetic { steps.append("\(sum.text) = \(CostFigures.tasks(each)) each") }
        let packed = (tasks + each - 1) / each
        // Zones, targets and bounds of the group change the number; the table says which it is.
        if packed == instances { steps.append("⌈\(tasks) / \(each)⌉ = \(instances)") }
        if let money = money(of: placement) { steps.append(money) }
        return steps.isEmpty ? nil : steps.joined(separator: "; ")
    }

    private func money(of placement: InstancePlacement) -> String? {
        guard let monthly = placement.monthly.desired, monthly == service.monthly.desired else { return nil }
        let parts = [
            (placement.onDemandInstances.desired ?? nil, placement.onDemandHour),
            (placement.spotInstances.desired ?? nil, placement.spotHour),
        ].compactMap { count, hour in
            count.flatMap { count in hour.flatMap { count > 0 ? "\(count) × \(CostFigures.hourly($0))" : nil } }
        }
        guard !parts.isEmpty else { return nil }
        let sum = parts.count == 1 ? parts.joined() : "(\(parts.joined(separator: " + ")))"
        return "\(sum) × \(hours.text(minimumPlaces: 0, maximumPlaces: 2)) = \(CostFigures.money(monthly))"
    }

    private func fargateArithmetic(_ tasks: Int) -> String? {
        guard let split = service.fargate?.split, let money = split.monthly.desired, tasks > 0,
            split.spotTasks.desired == 0, let each = money.divided(by: tasks)
        else { return nil }
        return "\(CostFigures.count(tasks)) × \(CostFigures.perTask(each)) a task = \(CostFigures.money(money))"
    }

    // MARK: - Parts of the sentence

    private func purchase(of placement: InstancePlacement, instances: Int) -> String {
        let spot = placement.spotInstances.desired ?? nil
        let onDemand = placement.onDemandInstances.desired ?? nil
        if let spot, let onDemand, spot > 0 {
            return onDemand > 0
                ? " with \(CostFigures.count(onDemand)) on demand and \(CostFigures.count(spot)) on Spot" : " on Spot"
        }
        guard placement.monthly.desired == service.monthly.desired else { return "" }
        guard let spot = placement.spotHour else { return " on demand" }
        let day = spotAsOf.map { " by prices of \($0)" } ?? ""
        return " on demand, \(CostFigures.money(spot * hours * instances)) on Spot\(day)"
    }

    private func fargateParts(_ split: FargateCost.Split) -> [String] {
        [("Fargate", split.onDemandTasks.desired), ("Fargate Spot", split.spotTasks.desired)].compactMap { name, count in
            (count ?? nil).flatMap { $0 > 0 ? "\(CostFigures.count($0)) on \(name)" : nil }
        }
    }

    private func otherSpot(_ split: FargateCost.Split) -> String {
        guard split.spotTasks.desired == 0, let spot = service.fargate?.spotMonthly.desired else { return "" }
        return ", \(CostFigures.money(spot)) on Fargate Spot"
    }

    /// What it costs at the fewest and the most tasks, where that differs.
    private var range: String {
        let (least, most) = (service.monthly.minimum, service.monthly.maximum)
        guard let least, let most, least != most else { return "" }
        return " (\(CostFigures.money(least)) to \(CostFigures.money(most)) by the number of tasks)"
    }
}
