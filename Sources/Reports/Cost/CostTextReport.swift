import Capacity
import InstanceCatalog

/// A cost report for people at a terminal of 100 columns.
struct CostTextReport {
    private let report: CostReport
    private let showsDetails: Bool

    init(_ report: CostReport, showsDetails: Bool = false) {
        self.report = report
        self.showsDetails = showsDetails
    }

    var text: String {
        var lines: [String] = []
        let isOverview = report.services.count > 1
        if !isOverview, !report.isAnsweredByFleet { lines += answer }
        if let sizing = report.sizing { lines += CostTextSections.sizing(sizing) + [""] }
        lines += report.fleets.flatMap { OptimisedFleetText($0, in: report).lines + [""] }
        if isOverview { lines += CostOverview(report).lines + [""] }
        for service in report.services where !report.isAnsweredByFleet && (!isOverview || showsDetails) {
            lines += self.lines(of: service) + [""]
        }
        if !isOverview || showsDetails { lines += report.groups.flatMap { CostTextSections.group($0) + [""] } }
        if !report.options.isEmpty { lines += CostTextSections.options(report) + [""] }
        lines += report.breakEvens.flatMap { BreakEvenText($0, in: report).lines + [""] }
        if !report.additional.isEmpty { lines += total + [""] }
        if isOverview, !showsDetails { lines += ["--details says how each service was worked out.", ""] }
        if let sizing = report.sizing { lines += CostTextSections.settings(sizing) + [""] }
        lines += report.diagnostics.flatMap(diagnostic)
        if !report.diagnostics.isEmpty { lines.append("") }
        if !report.services.isEmpty {
            lines += "Prices: \(prices).".wrapped(after: "")
            lines += list("Assumed:", report.assumptions) + list("Not included:", report.notIncluded)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The answer in one line, and the sum behind it in another.
    private var answer: [String] {
        guard let service = report.services.first else { return [] }
        let answer = CostAnswer(service, in: report)
        let sentences = [answer.sentence, answer.arithmetic].compactMap { $0 }
        return sentences.flatMap { $0.wrapped(after: "") } + (sentences.isEmpty ? [] : [""])
    }

    private var prices: String {
        let dates = report.catalogDates
        let usesSpot = report.services.flatMap(\.placements).contains { ($0.spotInstances.maximum ?? 0) > 0 }
        let named = [
            ("EC2 on demand", dates.onDemandAsOf), ("EC2 Spot", usesSpot ? dates.spotAsOf : nil),
            ("Fargate", dates.fargateAsOf), ("other prices", dates.otherAsOf),
        ]
        let known = named.compactMap { name, date in date.map { "\(name) of \($0)" } }
        let systems = report.services.contains { $0.task?.isWindows == true } ? "Linux and Windows" : "Linux"
        return "US dollars, \(report.region.name), \(systems)" + (known.isEmpty ? "" : ", " + known.joined(separator: ", "))
    }

    private func list(_ title: String, _ sentences: [String]) -> [String] {
        guard !sentences.isEmpty else { return [] }
        return [title] + sentences.flatMap { $0.wrapped(after: "  - ") }
    }

    private func diagnostic(_ diagnostic: CostDiagnostic) -> [String] {
        let subject = diagnostic.service.flatMap { report.services.count > 1 ? "\($0): " : nil } ?? ""
        return (subject + diagnostic.message).wrapped(after: "\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]: ")
    }

    private func lines(of service: ServiceCost) -> [String] {
        var lines = heading(of: service).wrapped(after: "")
        lines.append("")
        if service.placements.count > 1 { lines += comparison(service.placements) + [""] }
        for placement in service.shares.isEmpty ? [service.leading].compactMap(\.self) : service.shares {
            lines += explanation(of: placement) + CostTextSections.outlook(placement) + [""]
        }
        lines += money(of: service)
        return lines
    }

    private func heading(of service: ServiceCost) -> String {
        let resource = service.resource.flatMap { $0 == service.name ? nil : " (\($0))" } ?? ""
        guard let task = service.task else { return service.name + resource + ": its task is unknown" }
        let soft = task.softMemoryMiB.map { ", \($0) MiB reserved" } ?? ""
        let gpus = task.gpus > 0 ? ", \(task.gpus) GPU" : ""
        return "\(service.name)\(resource): tasks of \(task.cpuUnits) CPU units and \(task.memoryMiB) MiB\(soft)\(gpus), "
            + "\(task.architecture.rawValue), \(task.networkMode.rawValue) network"
    }

    private func comparison(_ placements: [InstancePlacement]) -> [String] {
        var columns: [CostTable.Column] = [
            .init(title: "instance type", isRightAligned: false), .init(title: "tasks"),
            .init(title: "ECS", rank: 2), .init(title: "bound by", isRightAligned: false, rank: 3),
            .init(title: "waste", rank: 1), .init(title: "instances"), .init(title: "USD/hour", rank: 4),
            .init(title: "USD/month"), .init(title: "USD/task"),
        ]
        // The rank takes them into account, which only they explain.
        let hasCredits = placements.contains { $0.creditsMonthly != nil }
        if hasCredits { columns.append(.init(title: "+ credits if busy")) }
        var table = CostTable(columns)
        for placement in placements {
            table.add([
                placement.instanceType, CostFigures.count(placement.tasksPerInstance),
                CostFigures.count(placement.tasksPlacedByECS), CostFigures.name(of: placement.counted?.binding),
                CostFigures.percent(placement.wastePercent), CostFigures.count(placement.instances.desired),
                CostFigures.hourly(placement.onDemandHour), CostFigures.money(placement.monthly.desired),
                CostFigures.perTask(placement.usdPerTaskMonth),
                placement.creditsMonthly.map { CostFigures.money($0.desired) } ?? "",
            ])
        }
        return table.lines()
    }

    private func explanation(of placement: InstancePlacement) -> [String] {
        let type = placement.instanceType
        guard let planned = placement.tasksPerInstance else {
            return "How many tasks fit on \(type) is unknown.".wrapped(after: "  ")
        }
        let bound = CostFigures.name(of: placement.counted?.binding)
        let sentence =
            planned == 0
            ? "\(type) holds no task: \(bound) does not suffice for one"
            : "\(type) holds \(CostFigures.tasks(planned)), bound by \(bound)"
        if let plan = placement.planned?.tasksPerInstance, plan > planned {
            let reason = placement.differences.isEmpty ? "" : ": " + placement.differences.joined(separator: "; ")
            return (sentence + ". The plan would count on \(plan), ECS places no more\(reason).").wrapped(after: "  ")
        }
        guard let placed = placement.tasksPlacedByECS else { return (sentence + ".").wrapped(after: "  ") }
        guard placed != planned else { return (sentence + (planned == 0 ? "." : "; ECS places as many.")).wrapped(after: "  ") }
        let reason = placement.differences.isEmpty ? "" : ": " + placement.differences.joined(separator: "; ")
        let reserved =
            placement.tasksIfReserved.flatMap { tasks in
                placed > planned ? " With that much in ECS_RESERVED_MEMORY it would place \(tasks)." : nil
            } ?? ""
        return (sentence + ". ECS would place \(placed)\(reason).\(reserved)").wrapped(after: "  ")
    }

    private func money(of service: ServiceCost) -> [String] {
        var table = CostTable([
            .init(title: "", isRightAligned: false), .init(title: "min"), .init(title: "desired"), .init(title: "max"),
        ])
        table.add("tasks", service.tasks)
        for placement in service.shares {
            table.add("tasks on \(placement.group ?? placement.instanceType)", placement.tasks)
            table.add("  instances of \(placement.instanceType)", placement.instances)
            table.add("  USD a month", placement.monthly)
        }
        if !service.shares.isEmpty {
            table.add("USD a month", service.monthly)
            Self.addInterval(of: service, to: &table)
        } else if let placement = service.leading {
            table.add("instances of \(placement.instanceType)", placement.instances)
            if (placement.spotInstances.maximum ?? 0) > 0 {
                table.add("  on demand at \(CostFigures.hourly(placement.onDemandHour)) an hour", placement.onDemandInstances)
                table.add("  Spot at \(CostFigures.hourly(placement.spotHour)) an hour", placement.spotInstances)
            }
            let isShared = report.groups.contains { $0.name == placement.group }
            table.add(isShared ? "USD a month if it ran there alone" : "USD a month", placement.monthly)
            if !isShared {
                if let packed = placement.monthlyIfPacked { table.add("USD if packed as ECS does", packed) }
                if let credits = placement.creditsMonthly, credits.desired != .zero {
                    table.add("  CPU credits on top if always busy", credits)
                }
            }
            if let group = report.groups.first(where: { $0.name == placement.group }) {
                table.add("USD a month as its part of \(group.name)", service.monthly)
            }
        }
        if let each = service.usdPerMillionMessages {
            table.add(["USD for a million messages", "", CostFigures.perMillion(each), ""])
        }
        if let fargate = service.fargate {
            if let split = fargate.split {
                table.add("tasks on Fargate", split.onDemandTasks)
                table.add("tasks on Fargate Spot", split.spotTasks)
                table.add("USD a month", split.monthly)
                Self.addInterval(of: service, to: &table)
            }
            let size = "\(fargate.size.cpuUnits)/\(fargate.size.memoryMiB)"
            table.add("USD if all on Fargate \(size)", fargate.onDemandMonthly)
            table.add("USD if all on Fargate Spot", fargate.spotMonthly)
        }
        return table.lines()
    }

    /// Two rows where the remainder of a strategy leaves the cost open.
    private static func addInterval(of service: ServiceCost, to table: inout CostTable) {
        guard service.monthlyAtLeast != service.monthlyAtMost else { return }
        table.add("  at least, by the remainder", service.monthlyAtLeast)
        table.add("  at most", service.monthlyAtMost)
    }

    private var total: [String] {
        var table = CostTable([
            .init(title: "all services", isRightAligned: false), .init(title: "min"), .init(title: "desired"),
            .init(title: "max"),
        ])
        let least = report.isAtLeast ? ", at least" : ""
        table.add((report.additional.isEmpty ? "USD a month" : "USD a month of compute") + least, report.monthly)
        for cost in report.additional {
            table.add("\(cost.subject): \(cost.detail)", cost.monthly)
        }
        if !report.additional.isEmpty { table.add("USD a month in all" + least, report.monthlyWithAdditional) }
        return table.lines(indentation: "")
    }
}

extension CostTable {
    mutating func add(_ title: String, _ range: ScalingRange<Decimal?>) {
        add([title, CostFigures.money(range.minimum), CostFigures.money(range.desired), CostFigures.money(range.maximum)])
    }

    mutating func add(_ title: String, _ range: ScalingRange<Int?>) {
        add([title, CostFigures.count(range.minimum), CostFigures.count(range.desired), CostFigures.count(range.maximum)])
    }
}
