import Rules
import Workspace

/// A finding that is not reported unless somebody asks for it, with what hides it.
struct HiddenFinding {
    let finding: Finding
    /// What a block begins with: `suppressed`, `known`.
    let label: String
    /// `comment`, `metadata`, `tag`, `configuration` or `baseline`.
    let kind: String
    /// Whether the template itself says so.
    let isInSource: Bool
    let reason: String?
    /// The last day.
    let until: String?
    /// Where it says so.
    let location: Location?
    /// A sentence without a full stop.
    let explanation: String

    init(_ suppressed: SuppressedFinding) {
        let suppression = suppressed.suppression
        let place = suppression.location
        finding = suppressed.finding
        label = "suppressed"
        kind = suppression.kind.rawValue
        isInSource = suppression.kind.isInSource
        reason = suppression.reason
        until = suppression.until?.text
        location = place
        let end = suppression.until.map { " until \($0.text)" } ?? ""
        let start = place.span.start
        explanation =
            "suppressed by \(place.file):\(start.line):\(start.column)\(end): \(suppression.reason ?? "no reason given")"
    }

    init(known: Finding, baseline: String) {
        finding = known
        label = "known"
        kind = "baseline"
        isInSource = false
        reason = nil
        until = nil
        location = nil
        explanation = "it stands in the baseline \(baseline)"
    }
}

extension LintResult {
    /// What suppressions took away, then what the baseline knows.
    var hiddenFindings: [HiddenFinding] {
        suppressed.map { HiddenFinding($0) }
            + (baseline.map { baseline in baseline.known.map { HiddenFinding(known: $0, baseline: baseline.path) } } ?? [])
    }
}
