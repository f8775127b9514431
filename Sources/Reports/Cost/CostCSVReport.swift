import Capacity
import InstanceCatalog

/// A cost report as comma-separated values (RFC 4180): a row for each way to run each service; unknown is empty.
struct CostCSVReport {
    private let report: CostReport

    init(_ report: CostReport) {
        self.report = report
    }

    private static let header = [
        "service", "resource", "region", "option", "instance_type", "tasks_min", "tasks_desired", "tasks_max",
        "tasks_per_instance", "tasks_placed_by_ecs", "binding", "instances_min", "instances_desired", "instances_max",
        "on_demand_instances_desired", "spot_instances_desired", "on_demand_usd_hour", "spot_usd_hour", "usd_month_min",
        "usd_month_desired", "usd_month_max", "usd_per_task_month", "waste_percent",
    ]

    var text: String {
        let rows = (report.services.flatMap(CostOption.all) + CostOption.compared(report)).map(cells)
        return ([Self.header] + rows).map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
    }

    private func cells(of option: CostOption) -> [String] {
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
            exact(placement?.wastePercent),
        ]
    }

    static func quoted(_ cell: String) -> String {
        // A spreadsheet takes a text that begins so for a formula, and would run it.
        let isFormula = cell.utf8.first.map { "=+-@".utf8.contains($0) } ?? false
        let safe = (isFormula && Double(cell) == nil ? "'" : "") + cell.safeInTable
        guard safe.contains(where: { $0 == "," || $0 == "\"" }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
