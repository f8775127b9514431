/// A message whose expressions are ready to run.
struct CompiledTemplate: Sendable {
    enum Part: Sendable {
        case literal(String)
        case expression(CompiledExpression)
    }

    let parts: [Part]
}
