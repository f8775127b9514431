import Capacity
import InstanceCatalog

/// Parts of the text report that stand beside the services.
enum CostTextSections {
    /// What else there is to know of a placement's instances, one sentence a line.
    static func outlook(_ placement: InstancePlacement) -> [String] {
        guard let fleet = placement.fleet else { return [] }
        var sentences: [String] = []
        if let instances = fleet.instancesSurvivingZoneLoss.desired {
            sentences.append("\(CostFigures.instances(instances)) hold the desired tasks even when a zone is lost.")
        }
        if let deployment = fleet.deployment {
            let peak = deployment.peakInstances.map { ", which takes \(CostFigures.instances($0))" } ?? ""
            let room =
                deployment.usableTasks.flatMap { usable in
                    usable < deployment.upperLimit ? "; the group has room for \(CostFigures.count(usable))" : nil
                } ?? ""
            sentences.append(
                "A deployment runs \(CostFigures.count(deployment.lowerLimit)) to \(CostFigures.tasks(deployment.upperLimit))\(peak)\(room)."
            )
        }
        if let steps = fleet.scaleOutSteps, steps > 0, let seconds = fleet.scaleOutSeconds {
            sentences.append(
                "Managed scaling goes from min to max in \(steps == 1 ? "1 step" : "\(steps) steps") of \(seconds / max(1, steps)) s of warm-up each."
            )
        }
        if let waiting = fleet.warmPoolInstances {
            sentences.append("The warm pool keeps \(CostFigures.count(waiting)) more waiting.")
        }
        return sentences.flatMap { $0.wrapped(after: "  ") }
    }

    /// A group that services share.
    static func group(_ group: SharedGroupCost) -> [String] {
        var table = CostTable([
            .init(title: "\(group.name), shared by \(group.services.joined(separator: ", "))", isRightAligned: false),
            .init(title: "min"), .init(title: "desired"), .init(title: "max"),
        ])
        table.add("instances of \(group.instanceType), packed together", group.instances)
        table.add("  no packing needs fewer than", group.lowerBound)
        table.add("USD a month", group.monthly)
        return table.lines(indentation: "")
    }

    /// Every way to buy, side by side.
    static func options(_ report: CostReport) -> [String] {
        var table = CostTable([
            .init(title: "bought as", isRightAligned: false), .init(title: "architecture", isRightAligned: false),
            .init(title: "instance type", isRightAligned: false), .init(title: "instances", rank: 1),
            .init(title: "USD/month"), .init(title: "USD/task"),
        ])
        for option in report.options {
            let name = report.services.count > 1 ? "\(option.service): \(option.purchase.rawValue)" : option.purchase.rawValue
            table.add([
                name, option.architecture.rawValue, option.instanceType ?? "",
                option.instances.map { CostFigures.count($0) } ?? "",
                CostFigures.money(option.monthly.desired), CostFigures.perTask(option.usdPerTaskMonth),
            ])
        }
        let notes = Set(report.options.flatMap(\.assumptions)).sorted()
        let assumed = notes.isEmpty ? [] : ["Of these options:"] + notes.flatMap { $0.wrapped(after: "  - ") }
        return table.lines(indentation: "") + assumed
    }

    /// How many tasks the work needs, and why.
    static func sizing(_ sizing: FleetSizing) -> [String] {
        let demand = sizing.demand
        let figures = SizingFigures(sizing)
        let least = Decimal(significand: 1, scale: 2) ?? .zero
        let load = demand.offeredLoad < least ? "less than 0.01" : demand.offeredLoad.text(minimumPlaces: 0, maximumPlaces: 2)
        var lines =
            ("\(demand.arrivalRate.text(minimumPlaces: 0, maximumPlaces: 6)) messages a second of \(demand.processingSeconds) s each "
            + "keep \(load) \(load == "1" ? "task" : "tasks") busy.").wrapped(after: "")
        lines += [""]
        lines +=
            ("min \(CostFigures.count(sizing.minimumTasks)): \(Self.reason(ofMinimum: sizing))").wrapped(after: "  ")
        lines +=
            ("desired \(CostFigures.count(sizing.desiredTasks)): \(sizing.utilisationPercent.text(places: 0)) % busy; "
            + "a message waits \(figures.meanWait.text(places: 2)) s on average, 95 % at most \(figures.longWait.text(places: 2)) s")
            .wrapped(after: "  ")
        let reason = sizing.backlogTarget == nil ? "twice the desired tasks" : "clears a full backlog within the goal"
        lines += "max \(CostFigures.count(sizing.maximumTasks)): \(reason)".wrapped(after: "  ")
        if let target = sizing.backlogTarget, let goal = demand.latencyGoalSeconds {
            let most =
                sizing.policy.map { "; from \(CostFigures.count($0.messagesForMaximum)) messages on the policy asks for max" }
                ?? ""
            lines +=
                ("backlog target \(CostFigures.count(target)) messages a task: \(goal) s by \(demand.processingSeconds) s\(most)")
                .wrapped(after: "  ")
        }
        return lines
    }

    private static func reason(ofMinimum sizing: FleetSizing) -> String {
        guard let simulation = sizing.simulation, let goal = sizing.demand.latencyGoalSeconds else {
            return "with fewer the queue grows without end, and a policy on the backlog alone would scale below it"
        }
        let longest = SizingFigures.decimal(simulation.longestOf95Percent).text(places: 2)
        return "holds the goal of \(goal) s at the average rate, where target tracking settles: of "
            + "\(CostFigures.count(FleetSimulation.messages)) simulated messages 95 % are done within \(longest) s"
    }

    /// What to paste.
    static func settings(_ sizing: FleetSizing) -> [String] {
        let settings = ScalingSettings(sizing)
        func block(_ title: String, _ text: String) -> [String] {
            [title, ""] + text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
        }
        return block("CloudFormation:", settings.cloudFormation) + block("Terraform:", settings.terraform)
    }
}
