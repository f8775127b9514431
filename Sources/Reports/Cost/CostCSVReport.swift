import Capacity
import InstanceCatalog

/// A cost report as comma-separated values (RFC 4180); unknown is empty.
///
/// The rows that are `billed` sum up to the report's total: one a service, and one for each thing beside compute. What a service would
/// cost in another way is an `alternative`.
struct CostCSVReport {
    private let report: CostReport

    init(_ report: CostReport) {
        self.report = report
    }

    private static let header = [
        "service", "resource", "region", "option", "instance_type", "tasks_min", "tasks_desired", "tasks_max",
        "tasks_per_instance", "tasks_placed_by_ecs", "binding", "instances_min", "instances_desired", "instances_max",
        "on_demand_instances_desired", "spot_instances_desired", "on_demand_usd_hour", "spot_usd_hour", "usd_month_min",
        "usd_month_desired", "usd_month_max", "usd_per_task_month", "waste_percent", "counts",
    ]

    var text: String {
        let services = report.services.flatMap { service in
            let billed = CostOption.billed(service)
            let others = CostOption.all(of: service).filter {
                $0.purchase != billed.purchase || $0.placement?.instanceType != billed.placement?.instanceType
                    || $0.monthly != billed.monthly
            }
            return [cells(of: billed, isBilled: true)] + others.map { cells(of: $0, isBilled: false) }
        }
        let compared = CostOption.compared(report).map { cells(of: $0, isBilled: false) }
        let rows = services + compared + report.additional.map(cells)
        return ([Self.header] + rows).map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
    }

    private func cells(of option: CostOption, isBilled: Bool) -> [String] {
        let service = option.service
        let placement = option.placement
        func whole(_ value: Int?) -> String { value.map { String($0) } ?? "" }
        func exact(_ value: Decimal?) -> String { value?.jsonText ?? "" }
        return [
            service.name, service.resource ?? "", report.region.name, option.purchase,
            placement?.instanceType ?? option.instanceType ?? "",
            whole(service.tasks.minimum), whole(service.tasks.desired), whole(service.tasks.maximum),
            whole(placement?.tasksPerInstance), whole(placement?.tasksPlacedByECS),
            placement?.planned?.binding?.rawValue ?? "", whole(placement?.instances.minimum ?? nil),
            whole(placement?.instances.desired ?? nil), whole(placement?.instances.maximum ?? nil),
            whole(placement?.onDemandInstances.desired ?? nil), whole(placement?.spotInstances.desired ?? nil),
            exact(placement?.onDemandHour), exact(placement?.spotHour), exact(option.monthly.minimum),
            exact(option.monthly.desired), exact(option.monthly.maximum), exact(option.usdPerTaskMonth),
            exact(placement?.wastePercent), isBilled ? "billed" : "alternative",
        ]
    }

    private func cells(of cost: AdditionalCost) -> [String] {
        let money = [cost.monthly.minimum, cost.monthly.desired, cost.monthly.maximum].map { $0?.jsonText ?? "" }
        let start = [cost.subject, "", report.region.name, cost.item.rawValue, ""]
        return start + [String](repeating: "", count: 13) + money + ["", "", "billed"]
    }

    static func quoted(_ cell: String) -> String {
        // A spreadsheet takes a text that begins so for a formula, and would run it.
        let isFormula = cell.utf8.first.map { "=+-@".utf8.contains($0) } ?? false
        let safe = (isFormula && Double(cell) == nil ? "'" : "") + cell.safeInTable
        guard safe.contains(where: { $0 == "," || $0 == "\"" }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
