import CEL

/// A rule that is ready to run.
struct CompiledRule: Sendable {
    let rule: Rule
    /// `params.NAME` to value.
    let parameters: [String: CEL.Value]
    let condition: CompiledExpression?
    let list: CompiledExpression?
    let memberCondition: CompiledExpression?
    /// `variables.NAME` to what works it out.
    let variables: [String: CompiledExpression]
    let checks: [CompiledCheck]
}
