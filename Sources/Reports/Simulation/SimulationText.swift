import Evaluation
import Rules
import Simulation
import Text
import Workspace

/// A simulation for people: one screen a service.
struct SimulationText {
    private let report: SimulationReport
    private static let mostActions = 12

    init(_ report: SimulationReport) { self.report = report }

    var text: String {
        var blocks = report.services.map(block)
        if !report.services.isEmpty {
            blocks.append("Assumed:\n" + report.assumptions.map { "  - \($0.visible)\n" }.joined())
        }
        return blocks.joined(separator: "\n")
    }

    private func block(_ service: ServiceSimulation) -> String {
        let result = service.result
        var lines = ["\(service.service.visible) <- \(service.queue.visible): \(SimulationFigures.verdict(service))", ""]
        for (name, value) in rows(service) {
            lines.append("  " + name + String(repeating: " ", count: max(1, 20 - name.count)) + value)
        }
        lines.append("")
        if result.actions.isEmpty {
            lines.append("  It never scales.")
        } else {
            lines.append("  When it scales and why (\(result.actions.count) times)")
            for action in result.actions.prefix(Self.mostActions) { lines.append("    " + line(action, service)) }
            if result.actions.count > Self.mostActions {
                lines.append("    ... \(result.actions.count - Self.mostActions) more (--format csv or json)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func rows(_ service: ServiceSimulation) -> [(String, String)] {
        let result = service.result
        var rows: [(String, String)] = []
        rows.append(("time", SimulationFigures.moment(result.setup.duration)))
        rows.append(
            (
                "messages",
                "\(result.sent) sent, \(result.deleted) deleted, \(result.waitingAtEnd) waiting and \(result.inFlightAtEnd) in flight at the end"
            ))
        if let waits = result.waits {
            rows.append(
                (
                    "wait",
                    "mean \(SimulationFigures.time(waits.mean)), p50 \(SimulationFigures.time(waits.median)), "
                        + "p95 \(SimulationFigures.time(waits.percentile95)), longest \(SimulationFigures.time(waits.longest))"
                ))
        }
        rows.append(("oldest message", "up to \(SimulationFigures.time(Double(result.oldestAgeSeconds)))"))
        rows.append(("backlog", "up to \(result.mostVisible) messages"))
        rows.append(
            (
                "tasks",
                "\(result.fewestTasks) to \(result.mostTasks), mean \(SimulationFigures.decimal(result.meanTasks, places: 2)), \(result.tasksAtEnd) at the end"
            ))
        if let instances = service.instances {
            rows.append(("instances", "\(instances.least) to \(instances.most), \(instances.mean) at the mean of the tasks"))
        }
        rows.append(
            (
                "trouble",
                "\(result.redelivered) received again, \(result.deadLettered) to the dead letters, \(result.expired) expired, \(result.lost) cut off"
            ))
        if let cost = service.cost {
            let million = service.costPerMillion.map { ", \($0.text(places: 2)) a million messages" } ?? ""
            rows.append(("USD", "\(cost.text(places: 2)) in this time\(million)"))
        } else {
            rows.append(("USD", "unknown (ecslint cost says why)"))
        }
        return rows
    }

    private func line(_ action: ScalingAction, _ service: ServiceSimulation) -> String {
        let moment = SimulationFigures.moment(action.time)
        let change = "\(action.from) -> \(action.to)"
        guard let index = action.policy, service.policies.indices.contains(index) else {
            return "after \(moment): \(change), a scheduled action"
        }
        let policy = service.policies[index]
        let location = Location(policy.origin)
        return "after \(moment): \(change), \(policy.name.visible) at \(location.file.visible):\(location.span.start.line)"
    }
}
