import Capacity
import InstanceCatalog
import Rules
import Workspace

/// A comparison for scripts; findings have the form that a lint gives them.
struct ComparisonJSON {
    private let comparison: Comparison

    init(_ comparison: Comparison) {
        self.comparison = comparison
    }

    var text: String {
        JSONValue.members([
            "version": 1,
            "tool": .members(["name": "ecslint", "version": .string(ToolVersion.current)]),
            "old": .string(comparison.old.label),
            "new": .string(comparison.new.label),
            "summary": .members([
                "new": counts(comparison.added), "gone": counts(comparison.gone.map(\.finding)),
                "unchanged": counts(comparison.unchanged),
            ]),
            "findings": .members([
                "new": .array(comparison.added.map(JSONReport.value)),
                "gone": .array(comparison.gone.map(value)),
                "unchanged": .array(comparison.unchanged.map(JSONReport.value)),
            ]),
            "cost": comparison.total.map(cost),
            "gates": comparison.gates.isEmpty
                ? nil
                : .array(
                    comparison.gateAnswers.map {
                        .record(["kept": $0.isKept.map(JSONValue.bool) ?? .null, "sentence": .string($0.sentence)])
                    }),
            "diagnostics": .members([
                "old": .array(comparison.old.result.diagnostics.map(JSONReport.value)),
                "new": .array(comparison.new.result.diagnostics.map(JSONReport.value)),
            ]),
        ]).text
    }

    private func counts(_ findings: [Finding]) -> JSONValue {
        func count(_ severity: Severity) -> JSONValue { .integer(findings.count { $0.severity == severity }) }
        return .members(["errors": count(.error), "warnings": count(.warning), "notes": count(.note)])
    }

    private func value(_ gone: Comparison.Gone) -> JSONValue {
        guard case .object(let members) = JSONReport.value(gone.finding) else { return .null }
        return .object(members + [("undecidedNow", .bool(gone.isUndecidedNow))])
    }

    private func cost(_ total: Comparison.CostChange) -> JSONValue {
        .members([
            "currency": "USD", "monthly": change(total),
            "services": .array(
                comparison.costs.map { .members(["name": .string($0.name), "monthly": change($0)]) }),
        ])
    }

    private func change(_ cost: Comparison.CostChange) -> JSONValue {
        func members(_ path: KeyPath<ScalingRange<Decimal?>, Decimal?>) -> [(String, JSONValue)] {
            [
                ("old", .optional(cost.old[keyPath: path])), ("new", .optional(cost.new[keyPath: path])),
                ("change", .optional(cost.change[keyPath: path])),
            ]
        }
        return .object(
            members(\.desired) + [("min", .object(members(\.minimum))), ("max", .object(members(\.maximum)))])
    }
}
