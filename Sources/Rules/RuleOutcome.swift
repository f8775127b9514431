/// What rules say of a model.
public struct RuleOutcome: Sendable, Hashable {
    /// Sorted by file, line, column, rule and message; equal ones are merged.
    public let findings: [Finding]
    /// In the same order.
    public let undecided: [UndecidedVerdict]
    /// `SQS007/too-short`: the checks that something passed by what they assert.
    let passed: Set<String>
}
