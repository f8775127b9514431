/// What rules say of a model.
package struct RuleOutcome: Sendable, Hashable {
    /// Sorted by file, line, column, rule and message; equal ones are merged.
    package let findings: [Finding]
    /// In the same order.
    package let undecided: [UndecidedVerdict]
    /// `SQS007/too-short`: the checks that something passed by what they assert.
    let passed: Set<String>

    /// The outcome with other findings, and with more verdicts that are undecided.
    package func replacing(findings: [Finding], undecided more: [UndecidedVerdict]) -> RuleOutcome {
        RuleOutcome(
            findings: findings,
            undecided: more.isEmpty ? undecided : Set(undecided + more).sorted(by: ReportOrder.precedes), passed: passed)
    }
}
