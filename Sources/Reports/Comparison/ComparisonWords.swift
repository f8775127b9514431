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

    /// `41.17 -> 52.00, +10.83`; what is unknown says so.
    static func money(_ cost: Comparison.CostChange) -> String {
        func text(_ value: Decimal?) -> String { value.map { CostFigures.money($0) } ?? "unknown" }
        guard let change = cost.change else { return "\(text(cost.old)) -> \(text(cost.new))" }
        if change == Decimal(0) { return "\(text(cost.new)), unchanged" }
        return "\(text(cost.old)) -> \(text(cost.new)), \(signed(change))"
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
