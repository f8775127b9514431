import CEL

/// An expression of a rule, checked and ready to run, with its place in the file. A class, since every judgement of an
/// object takes several up.
final class CompiledExpression: Sendable {
    let program: Program
    let source: ExpressionSource
    /// For each variable that the expression reads, where ``RuleActivation`` keeps it.
    let slots: [Int]

    init(program: Program, source: ExpressionSource, slots: [Int]) {
        self.program = program
        self.source = source
        self.slots = slots
    }

    func evaluate(_ activation: RuleActivation, budget: inout Budget) throws(EvaluationError) -> CEL.Value {
        try program.evaluate(ExpressionActivation(activation: activation, slots: slots), budget: &budget)
    }
}
