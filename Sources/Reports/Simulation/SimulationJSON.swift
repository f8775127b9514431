import Evaluation
import InstanceCatalog
import Rules
import Simulation
import Workspace

/// A simulation for scripts; its form is a promise.
struct SimulationJSON {
    private let report: SimulationReport

    init(_ report: SimulationReport) { self.report = report }

    var text: String {
        JSONValue.members([
            "version": 1,
            "seed": .integer(Int(clamping: report.options.seed)),
            "durationSeconds": seconds(report.options.duration),
            "assumptions": .array(report.assumptions.map(JSONValue.string)),
            "services": .array(report.services.map(value)),
            "diagnostics": .array(report.diagnostics.map(JSONReport.value)),
        ]).text
    }

    private func seconds(_ milliseconds: Int) -> JSONValue {
        .decimal(Decimal(milliseconds).divided(by: 1_000) ?? .zero)
    }

    private func number(_ value: Double, places: Int = 3) -> JSONValue {
        .decimal(SimulationFigures.exact(value, places: places))
    }

    func value(_ service: ServiceSimulation) -> JSONValue {
        let result = service.result
        return .members([
            "service": .string(service.service), "queue": .string(service.queue), "verdict": .string(service.verdict.rawValue),
            "sent": .integer(result.sent), "deleted": .integer(result.deleted), "expired": .integer(result.expired),
            "deadLettered": .integer(result.deadLettered), "redelivered": .integer(result.redelivered),
            "workLost": .integer(result.lost),
            "waitingAtEnd": .integer(result.waitingAtEnd), "inFlightAtEnd": .integer(result.inFlightAtEnd),
            "waitSeconds": waits(result.waits),
            "oldestAgeSeconds": .members(["max": .integer(result.oldestAgeSeconds)]),
            "backlog": .members(["max": .integer(result.mostVisible)]),
            "tasks": .members([
                "min": .integer(result.fewestTasks), "mean": number(result.meanTasks), "max": .integer(result.mostTasks),
                "atEnd": .integer(result.tasksAtEnd), "needed": .integer(service.neededTasks),
            ]),
            "instances": service.instances.map { counts in
                .members(["min": .integer(counts.least), "mean": .integer(counts.mean), "max": .integer(counts.most)])
            } ?? .null,
            "scalingActions": .array(result.actions.map { value($0, service) }),
            "costUSD": .members([
                "total": .optional(service.cost), "perMillionMessages": .optional(service.costPerMillion),
            ]),
        ])
    }

    private func waits(_ waits: SimulationResult.Waits?) -> JSONValue {
        guard let waits else { return .null }
        return .members([
            "mean": number(waits.mean), "p50": number(waits.median), "p95": number(waits.percentile95),
            "max": number(waits.longest),
        ])
    }

    private func value(_ action: ScalingAction, _ service: ServiceSimulation) -> JSONValue {
        let policy = action.policy.flatMap { service.policies.indices.contains($0) ? service.policies[$0] : nil }
        let origin = policy?.origin ?? service.scalingOrigin
        return .members([
            "second": seconds(action.time), "from": .integer(action.from), "to": .integer(action.to),
            "by": .string(policy?.name ?? "scheduled action"),
            "location": origin.map { JSONReport.value(Location($0)) },
        ])
    }
}
