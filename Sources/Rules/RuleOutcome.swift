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
        RuleOutcome(findings: findings, undecided: more.isEmpty ? undecided : RuleEngine.sorted(undecided + more), passed: passed)
    }

    /// The outcome with one undecided verdict for each rule, resource and `forEach` member, whatever the number of checks
    /// that stayed open: what would decide it is what matters to people.
    package func mergingChecks() -> RuleOutcome {
        struct Key: Hashable {
            let rule: String
            let file: String
            let resource: String
            let subject: String?
        }
        var positions: [Key: Int] = [:]
        var merged: [UndecidedVerdict] = []
        for verdict in undecided {
            let key = Key(
                rule: verdict.rule, file: verdict.location.file, resource: verdict.resource, subject: verdict.subject)
            if let position = positions[key] {
                merged[position] = merged[position].adding(reasons: verdict.reasons)
            } else {
                positions[key] = merged.count
                merged.append(verdict)
            }
        }
        return RuleOutcome(findings: findings, undecided: merged, passed: passed)
    }
}
