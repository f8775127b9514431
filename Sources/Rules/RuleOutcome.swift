/// What rules say of a model.
package struct RuleOutcome: Sendable, Hashable {
    /// Sorted by file, line, column, rule and message; equal ones are merged.
    package let findings: [Finding]
    /// In the same order.
    package let undecided: [UndecidedVerdict]
    /// `SQS007/too-short`: the checks that something passed by what they assert.
    let passed: Set<String>
}
