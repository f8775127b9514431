import InstanceCatalog
import Rules
import Workspace

/// What every report of a comparison says in the same words.
enum ComparisonWords {
    /// `SQS010 a.yaml:5, Jobs`
    static func place(_ finding: Finding) -> String {
        let location = finding.location
        return "\(location.file):\(location.span.start.line)\(location.resource.map { ", \($0)" } ?? "")"
    }

    /// `41.17 -> 52.00, +10.83`, and what else changes at the fewest and the most tasks; what is unknown says so.
    static func money(_ cost: Comparison.CostChange) -> String {
        let usual = money(cost.old.desired, cost.new.desired)
        let others = [("min", cost.old.minimum, cost.new.minimum), ("max", cost.old.maximum, cost.new.maximum)]
            .filter { ($0.1, $0.2) != (cost.old.desired, cost.new.desired) && $0.1 != $0.2 }
            .map { "\($0.0) \(money($0.1, $0.2))" }
        return usual + (others.isEmpty ? "" : "; " + others.joined(separator: "; "))
    }

    private static func money(_ old: Decimal?, _ new: Decimal?) -> String {
        func text(_ value: Decimal?) -> String { value.map { CostFigures.money($0) } ?? "unknown" }
        guard let old, let new else { return "\(text(old)) -> \(text(new))" }
        if old == new { return "\(text(new)), unchanged" }
        return "\(text(old)) -> \(text(new)), \(signed(new - old))"
    }

    static func signed(_ change: Decimal) -> String {
        (change < Decimal(0) ? "" : "+") + CostFigures.money(change)
    }

    /// `2 errors, 1 warning`, or `none`.
    static func count(_ findings: [Finding]) -> String {
        let parts = Severity.allCases.reversed().compactMap { severity -> String? in
            let count = findings.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        return parts.isEmpty ? "none" : parts.joined(separator: ", ")
    }
}
