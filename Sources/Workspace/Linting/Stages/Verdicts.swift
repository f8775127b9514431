import Rules

/// What the stages of a lint hand on: the verdicts of a run, and what was taken away from them.
struct Verdicts: Sendable {
    /// What is reported.
    var findings: [Finding] = []
    /// What the input does not say enough for.
    var undecided: [UndecidedVerdict] = []
    /// What suppressions took away.
    var suppressed: [SuppressedFinding] = []
    /// What a baseline took away; `nil` without one.
    var baseline: BaselineOutcome?
}

/// One step between what the rules say and what a report shows: one job each, the same for the same verdicts.
protocol VerdictStage {
    func apply(to verdicts: inout Verdicts)
}
