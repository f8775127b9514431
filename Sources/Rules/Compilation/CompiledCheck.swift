/// A check that is ready to run.
struct CompiledCheck: Sendable {
    let check: RuleCheck
    /// The severity that counts once the configuration is heard.
    let severity: Severity
    let condition: CompiledExpression?
    let assertion: CompiledExpression
    /// What the check's places and texts may use; most checks find nothing, so these are made ready when one does.
    let scope: RuleCompiler.Scope
}
