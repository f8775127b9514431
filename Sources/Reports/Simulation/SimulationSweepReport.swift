import InstanceCatalog
import Workspace

extension SimulationSweep {
    /// A table of the values, or JSON.
    package func rendered(asJSON: Bool) -> String { asJSON ? json : table }

    private var serviceCount: Int { reports.first?.services.count ?? 0 }

    private var table: String {
        var text = ""
        for index in 0..<serviceCount {
            guard let first = reports.first?.services[index] else { continue }
            if index > 0 { text += "\n" }
            text += "\(first.service.visible) <- \(first.queue.visible)\n\n"
            var rows = [[axis.setting.rawValue, "verdict", "p95 wait", "longest", "mean tasks", "actions", "USD a month"]]
            for (value, report) in zip(axis.values, reports) where report.services.indices.contains(index) {
                let service = report.services[index]
                rows.append([
                    String(value), service.verdict.rawValue,
                    service.result.waits.map { SimulationFigures.time($0.percentile95) } ?? "-",
                    service.result.waits.map { SimulationFigures.time($0.longest) } ?? "-",
                    SimulationFigures.decimal(service.result.meanTasks, places: 2), String(service.result.actions.count),
                    SimulationFigures.monthly(service)?.text(places: 2) ?? "-",
                ])
            }
            text += Self.aligned(rows)
            if let place = cheapest(service: index) {
                text += "\n  Cheapest that keeps up: \(axis.setting.rawValue) \(axis.values[place]).\n"
            } else {
                text += "\n  With none of these it keeps up.\n"
            }
        }
        return text
    }

    private static func aligned(_ rows: [[String]]) -> String {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            "  "
                + zip(row, widths).enumerated().map { column, cell in
                    let padding = String(repeating: " ", count: cell.1 - cell.0.count)
                    return column == 1 ? cell.0 + padding : padding + cell.0
                }.joined(separator: "  ") + "\n"
        }.joined()
    }

    private var json: String {
        JSONValue.members([
            "version": 1, "setting": .string(axis.setting.rawValue),
            "runs": .array(
                zip(axis.values, reports).map { value, report in
                    .members([
                        "value": .integer(value), "services": .array(report.services.map { SimulationJSON(report).value($0) }),
                    ])
                }),
            "cheapest": .array(
                (0..<serviceCount).map { index in cheapest(service: index).map { JSONValue.integer(axis.values[$0]) } ?? .null }),
        ]).text
    }
}
