/// A check that is ready to run.
struct CompiledCheck: Sendable {
    struct RelatedPlace: Sendable {
        let path: CompiledExpression
        let label: CompiledTemplate
    }

    let check: RuleCheck
    /// The severity that counts once the configuration is heard.
    let severity: Severity
    let condition: CompiledExpression?
    let assertion: CompiledExpression
    let path: CompiledExpression
    let related: [RelatedPlace]
    let message: CompiledTemplate
    let fix: CompiledTemplate?
}
