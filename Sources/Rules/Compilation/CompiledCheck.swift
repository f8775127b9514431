/// A check that is ready to run. A class, since every judgement of an object holds it.
final class CompiledCheck: Sendable {
    let check: RuleCheck
    /// The severity that counts once the configuration is heard.
    let severity: Severity
    let condition: CompiledExpression?
    let assertion: CompiledExpression
    /// What the check's places and texts may use; most checks find nothing, so these are made ready when one does.
    let scope: RuleCompiler.Scope

    init(
        check: RuleCheck, severity: Severity, condition: CompiledExpression?, assertion: CompiledExpression,
        scope: RuleCompiler.Scope
    ) {
        self.check = check
        self.severity = severity
        self.condition = condition
        self.assertion = assertion
        self.scope = scope
    }
}
