/// What a check shows once it has a verdict: places and texts, ready to run.
struct CheckPresentation: Sendable {
    struct RelatedPlace: Sendable {
        let path: CompiledExpression
        let label: CompiledTemplate
    }

    let path: CompiledExpression
    let related: [RelatedPlace]
    let message: CompiledTemplate
    let fix: CompiledTemplate?
}
