import CEL

/// An expression of a rule, checked and ready to run, with its place in the file.
struct CompiledExpression: Sendable {
    let program: Program
    let source: ExpressionSource
    /// For each variable that the expression reads, where ``RuleActivation`` keeps it.
    let slots: [Int]

    func evaluate(_ activation: RuleActivation, budget: inout Budget) throws(EvaluationError) -> CEL.Value {
        try program.evaluate(ExpressionActivation(activation: activation, slots: slots), budget: &budget)
    }
}
