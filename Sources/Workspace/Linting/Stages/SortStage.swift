import Rules

/// Puts what a report lists into the order of every report.
struct SortStage: VerdictStage {
    func apply(to verdicts: inout Verdicts) {
        verdicts.findings.sort(by: ReportOrder.precedes)
        verdicts.suppressed.sort { ReportOrder.precedes($0.finding, $1.finding) }
    }
}
