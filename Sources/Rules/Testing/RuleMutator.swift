import CEL
import YAMLBridge

/// Puts mistakes into a rule's assertions, one at a time, and reports those that no test of the rule notices.
struct RuleMutator {
    let runner: RuleTestRunner

    /// One result named "mutation", at the rule's id; it has a failure for each mistake that went unnoticed.
    func result(for rule: Rule) -> RuleTestResult {
        var survivors: [RuleDiagnostic] = []
        for (index, check) in rule.checks.enumerated() {
            for mutation in Mutation.all(of: check.assertion.text) {
                var mutant = rule
                mutant.checks[index].assertion = ExpressionSource(
                    text: mutation.source, node: check.assertion.node, offset: check.assertion.offset)
                if !isNoticed(mutant) { survivors.append(Self.diagnostic(mutation, check)) }
            }
        }
        return RuleTestResult(
            rule: rule.id, name: "mutation", file: rule.file, span: rule.idNode.span, failures: survivors)
    }

    private func isNoticed(_ mutant: Rule) -> Bool {
        mutant.tests.contains { !runner.passes($0, mutant) }
    }

    private static func diagnostic(_ mutation: Mutation, _ check: RuleCheck) -> RuleDiagnostic {
        let change =
            mutation.replacement.isEmpty
            ? "`\(mutation.original)` is left out" : "`\(mutation.original)` becomes `\(mutation.replacement)`"
        return RuleDiagnostic(
            in: check.assertion, range: mutation.range, code: "surviving-mutant",
            message: "no test of '\(check.id)' fails when \(change)",
            help: "add a test whose verdict depends on it, such as one at the boundary")
    }
}
