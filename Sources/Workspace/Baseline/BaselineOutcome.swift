import Rules

/// How the findings of a run compare with a baseline.
package struct BaselineOutcome: Sendable {
    /// The baseline's path.
    package let path: String
    /// Findings that it holds, in the order of the report.
    package let known: [Finding]
    /// Entries whose findings are gone. What the run did not look at is not gone.
    package let gone: [Baseline.Entry]
    /// The baseline without what is gone, with the others as they are now.
    package let pruned: Baseline
    /// The baseline with every finding of the run.
    package let renewed: Baseline
}

extension LintResult {
    /// The result as it is against a baseline that was just written from it.
    package mutating func settle(_ written: Baseline) {
        guard let outcome = baseline else { return }
        let ordinary = findings.filter { SuppressionRule(rawValue: $0.rule) == nil }
        let isRenewed = written == outcome.renewed
        baseline = BaselineOutcome(
            path: outcome.path, known: isRenewed ? outcome.known + ordinary : outcome.known, gone: [], pruned: written,
            renewed: outcome.renewed)
        if isRenewed { findings = findings.filter { SuppressionRule(rawValue: $0.rule) != nil } }
    }
}
