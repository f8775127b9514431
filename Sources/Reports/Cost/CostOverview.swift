import Capacity
import InstanceCatalog

/// Several services at a glance: what runs, where it is written, and what it costs.
struct CostOverview {
    private let report: CostReport

    init(_ report: CostReport) {
        self.report = report
    }

    /// A row for each service and the sum.
    var lines: [String] {
        let hasFiles = Set(report.services.map(\.file)).count > 1
        var columns: [CostTable.Column] = [.init(title: "service", isRightAligned: false)]
        if hasFiles { columns.append(.init(title: "file", isRightAligned: false, rank: 2)) }
        columns += [
            .init(title: "runs on", isRightAligned: false, rank: 1), .init(title: "tasks"), .init(title: "USD min"),
            .init(title: "desired"),
            .init(title: "max"),
        ]
        var table = CostTable(columns)
        for service in report.services {
            table.add(
                [service.name] + (hasFiles ? [service.file ?? ""] : []) + [Self.place(of: service), Self.tasks(service.tasks)]
                    + Self.money(service.monthly))
        }
        let least = report.isAtLeast ? ", at least" : ""
        table.add(["all services\(least)"] + (hasFiles ? [""] : []) + ["", ""] + Self.money(report.monthly))
        return table.lines(indentation: "")
    }

    private static func place(of service: ServiceCost) -> String {
        switch service.kind {
        case .fargate: return "Fargate"
        case .external: return "own machines"
        case .undetermined: return CostFigures.unknown
        case .ec2:
            guard let placement = service.leading ?? service.shares.first else { return "EC2" }
            guard let count = placement.instances.desired else { return placement.instanceType }
            return "\(CostFigures.count(count)) × \(placement.instanceType)"
        }
    }

    /// `2`, or `1/2/10` where scaling changes it.
    private static func tasks(_ range: ScalingRange<Int?>) -> String {
        let figures = [range.minimum, range.desired, range.maximum].map(CostFigures.count)
        return Set(figures).count == 1 ? figures[0] : figures.joined(separator: "/")
    }

    private static func money(_ range: ScalingRange<Decimal?>) -> [String] {
        [range.minimum, range.desired, range.maximum].map(CostFigures.money)
    }
}
