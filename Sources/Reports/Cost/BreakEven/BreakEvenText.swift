import Capacity
import InstanceCatalog

/// Fargate against instances for people: from how many tasks on, and what each costs around there.
struct BreakEvenText {
    private let even: BreakEven
    private let report: CostReport

    init(_ even: BreakEven, in report: CostReport) {
        self.even = even
        self.report = report
    }

    var lines: [String] {
        var table = CostTable(titles.map { .init(title: $0) })
        for row in rows { table.add(row) }
        return sentence.wrapped(after: "") + [""] + table.lines()
    }

    /// Where the two cost the same, with the sum behind it.
    var sentence: String {
        let subject = report.services.count > 1 ? "\(even.service): " : ""
        let type = even.instanceType
        let sum = "\(CostFigures.money(even.instanceMonthly)) / \(CostFigures.money(even.fargateMonthly))"
        guard let tasks = even.tasks else {
            return "\(subject)Fargate costs less than \(type) however full that is: it holds "
                + "\(CostFigures.tasks(even.tasksPerInstance)), and costs as much as \(quotient) on Fargate (\(sum))."
        }
        let fullness = even.utilisationPercent.map { ", \($0.text(places: 0)) % full" } ?? ""
        return "\(subject)\(type) costs less than Fargate from \(CostFigures.tasks(tasks)) of \(even.tasksPerInstance) on "
            + "(\(sum) = \(quotient)\(fullness)); below that Fargate does."
    }

    private var quotient: String {
        even.instanceMonthly.divided(by: even.fargateMonthly).map { $0.text(places: 1) } ?? CostFigures.unknown
    }

    /// The columns: USD a month of each way to run that number of tasks.
    var titles: [String] {
        ["tasks", "instances", even.instanceType, "\(even.instanceType) Spot", "Fargate", "Fargate Spot"]
    }

    /// A row for each number of tasks.
    var rows: [[String]] {
        even.shownTasks.map { tasks in
            let instances = even.instances(forTasks: tasks)
            return [
                CostFigures.count(tasks), CostFigures.count(instances), CostFigures.money(even.instanceMonthly * instances),
                CostFigures.money(even.spotInstanceMonthly.map { $0 * instances }),
                CostFigures.money(even.fargateMonthly * tasks),
                CostFigures.money(even.fargateSpotMonthly.map { $0 * tasks }),
            ]
        }
    }
}
