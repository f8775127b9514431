import Capacity
import InstanceCatalog

/// The cheapest fleet of a service for people: the answer, the table, and why nothing is cheaper.
struct OptimisedFleetText {
    private let fleet: OptimisedFleet
    private let report: CostReport

    init(_ fleet: OptimisedFleet, in report: CostReport) {
        self.fleet = fleet
        self.report = report
    }

    var lines: [String] {
        var table = CostTable([
            .init(title: "", isRightAligned: false), .init(title: "min"), .init(title: "desired"), .init(title: "max"),
        ])
        for row in rows { table.add(row) }
        return answer.wrapped(after: "") + [""] + table.lines() + [""] + proof.flatMap { $0.wrapped(after: "  - ") }
    }

    /// `The cheapest fleet for 40 tasks costs 211.70 USD a month: 3 × c7g.2xlarge and 1 × c7g.large.`
    var answer: String {
        let parts = fleet.lines.compactMap { line in
            units(of: line).flatMap { $0 > 0 ? "\(CostFigures.count($0)) × \(name(of: line.option))" : nil }
        }
        let subject = report.services.contains { $0.resource != nil } ? " of \(fleet.service)" : ""
        let list = parts.count < 2 ? parts.joined() : parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
        return
            "The cheapest fleet for \(CostFigures.tasks(fleet.chosenFor))\(subject) costs \(CostFigures.money(fleet.cost)) USD a "
            + "month: \(list)."
    }

    /// The units and the money at each number of tasks.
    var rows: [[String]] {
        let tasks = ["tasks", count(fleet.tasks.minimum), count(fleet.tasks.desired), count(fleet.tasks.maximum)]
        let units = fleet.lines.map { line in
            [name(of: line.option) + each(line.option)]
                + [line.units.minimum, line.units.desired, line.units.maximum].map(count)
        }
        let money = [fleet.monthly.minimum, fleet.monthly.desired, fleet.monthly.maximum].map(CostFigures.money)
        return [tasks] + units + [["USD a month"] + money]
    }

    /// Sentences: the bound, what each rule costs, and the alternatives.
    var proof: [String] {
        var sentences = [bound]
        if let loss = fleet.afterZoneLoss {
            sentences.append(
                "Without the fullest of \(loss.zones) zones there is room for \(CostFigures.tasks(loss.tasks)): "
                    + lossArithmetic(loss) + ".")
        }
        sentences += fleet.constraints.filter { $0.kind != .wholeInstances }.map { constraint in
            "\(Self.words(for: constraint.kind)) costs \(CostFigures.money(fleet.cost - constraint.monthlyWithout)) USD a month: "
                + "without it \(CostFigures.money(constraint.monthlyWithout))."
        }
        if let one = fleet.ofOneOption, let units = one.units.desired {
            sentences.append(
                "Of one kind alone: \(CostFigures.count(units)) × \(name(of: one.option)), "
                    + "\(CostFigures.money(one.monthly.desired)) USD a month.")
        }
        if let other = fleet.otherPlatformMonthly {
            let isFargate = fleet.lines.contains(where: \.option.isFargate)
            sentences.append("All on \(isFargate ? "EC2" : "Fargate"): \(CostFigures.money(other)) USD a month.")
        }
        return sentences
    }

    private var bound: String {
        let gap = fleet.gapPercent.map { $0 == .zero ? "this one meets it" : "this one is \($0.text(places: 1)) % above" } ?? ""
        let looked = "\(CostFigures.count(fleet.optionCount)) ways to buy were compared in every number"
        return
            "No fleet costs less than \(CostFigures.money(fleet.lowerBound)) USD, the best price per task as if instances could be "
            + "bought in parts; \(gap). \(looked), and none that keeps the rules is cheaper."
    }

    private func lossArithmetic(_ loss: OptimisedFleet.ZoneLoss) -> String {
        fleet.lines.compactMap { line in
            units(of: line).flatMap { $0 > 0 ? "(\($0) − ⌈\($0) / \(loss.zones)⌉) × \(line.option.tasks)" : nil }
        }.joined(separator: " + ")
    }

    private func units(of line: OptimisedFleet.Line) -> Int? {
        fleet.tasks.desired == fleet.chosenFor ? line.units.desired : line.units.maximum
    }

    private func each(_ option: FleetOption) -> String {
        guard !option.isFargate else { return "" }
        let credits = option.creditsMonthly > .zero ? ", CPU credits of busy tasks included" : ""
        return ", \(CostFigures.tasks(option.tasks)) each, bound by \(CostFigures.name(of: option.binding))\(credits)"
    }

    private func name(of option: FleetOption) -> String { option.name + (option.purchase == .spot ? " Spot" : "") }

    private func count(_ value: Int?) -> String { CostFigures.count(value) }

    private static func words(for kind: OptimisedFleet.Constraint.Kind) -> String {
        switch kind {
        case .wholeInstances: "Buying whole instances"
        case .zoneSurvival: "Room for every task without one zone (--survive)"
        case .spotShare: "The limit on Spot (--spot-at-most)"
        case .targetCapacity: "The free capacity that managed scaling keeps"
        case .latencyGoal: "The latency goal"
        }
    }
}

extension CostReport {
    /// A question from flags whose answer is the cheapest fleet has nothing else to be told about.
    var isAnsweredByFleet: Bool { !fleets.isEmpty && services.allSatisfy { $0.resource == nil } }
}
