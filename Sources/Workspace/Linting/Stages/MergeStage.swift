import Rules

/// Makes one of verdicts that say the same: a template that is used several times is judged at each use.
struct MergeStage: VerdictStage {
    func apply(to verdicts: inout Verdicts) {
        verdicts.findings = FindingMerge.merged(verdicts.findings)
        verdicts.undecided = FindingMerge.mergingChecks(verdicts.undecided)
    }
}
