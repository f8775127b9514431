import Rules

/// How the findings of a run compare with a baseline.
public struct BaselineOutcome: Sendable {
    /// The baseline's path.
    public let path: String
    /// Findings that it holds, in the order of the report.
    public let known: [Finding]
    /// Entries whose findings are gone. What the run did not look at is not gone.
    public let gone: [Baseline.Entry]
    /// The baseline without what is gone, with the others as they are now.
    public let pruned: Baseline
    /// The baseline with every finding of the run.
    public let renewed: Baseline
}

extension LintResult {
    /// The result as it is against a baseline that was just written from it.
    public mutating func settle(_ written: Baseline) {
        guard let outcome = baseline else { return }
        let ordinary = findings.filter { SuppressionRule(rawValue: $0.rule) == nil }
        let isRenewed = written == outcome.renewed
        baseline = BaselineOutcome(
            path: outcome.path, known: isRenewed ? outcome.known + ordinary : outcome.known, gone: [], pruned: written,
            renewed: outcome.renewed)
        if isRenewed { findings = findings.filter { !ordinary.contains($0) } }
    }
}
