import CEL

/// An expression of a rule, checked and ready to run, with its place in the file.
struct CompiledExpression: Sendable {
    let program: Program
    let source: ExpressionSource
}
