import Simulation
import Workspace

/// What CloudWatch would show, a row a minute and service.
struct SimulationCSV {
    private let report: SimulationReport

    init(_ report: SimulationReport) { self.report = report }

    var text: String {
        var text = "service,queue,second,sent,visible,in_flight,oldest_age_seconds,desired,running\n"
        for service in report.services {
            let name = "\(Self.cell(service.service)),\(Self.cell(service.queue))"
            for sample in service.result.samples {
                text += "\(name),\(sample.time / 1_000),\(sample.sent),\(sample.visible),\(sample.inFlight),"
                text += "\(sample.oldestAgeSeconds),\(sample.desired),\(sample.running)\n"
            }
        }
        return text
    }

    private static func cell(_ text: String) -> String { CostCSVReport.quoted(text) }
}
