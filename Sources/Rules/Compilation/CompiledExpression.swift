import CEL

/// An expression of a rule, checked and ready to run, with its place in the file. A class, since every judgement of an
/// object takes several up.
final class CompiledExpression: Sendable {
    let program: Program
    let source: ExpressionSource

    init(program: Program, source: ExpressionSource) {
        self.program = program
        self.source = source
    }
}
