/// What rules say of a model.
public struct RuleOutcome: Sendable, Hashable {
    /// Sorted by file, line, column, rule and message; equal ones are merged.
    public let findings: [Finding]
    /// In the same order.
    public let undecided: [UndecidedVerdict]
}
