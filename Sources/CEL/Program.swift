/// An expression that is checked and ready to run, as often as one likes.
package struct Program: Sendable {
    /// The type of the result, as far as it is known.
    package let resultType: CELType
    /// The text that it was compiled from; offsets of errors count in it.
    package let source: String
    let root: Node
    let globals: [Global]
    let frameSize: Int
    /// The fields of declared structures that the expression reads.
    package let referencedFields: Set<FieldReference>
    /// The paths that are certainly there when the result is true.
    let presentWhenTrue: Set<String>

    /// The variables that the expression reads.
    package var referencedVariables: [String] { globals.map(\.name) }

    /// A variable of the activation.
    struct Global: Sendable {
        let name: String
        let slot: Int?
    }

    /// Runs the expression.
    /// - Parameter budget: loses the steps that the evaluation takes.
    /// - Returns: the result; `.unknown` with all reasons when the known inputs do not decide it.
    /// - Throws: what is wrong with the expression for these inputs, never what is unknown.
    package func evaluate(
        _ activation: any Activation, budget: inout Budget
    ) throws(EvaluationError) -> Value {
        var evaluator = Evaluator(program: self, activation: activation, budget: budget)
        defer { budget = evaluator.budget }
        return try evaluator.evaluate(root)
    }

    /// Runs the expression with variables that are all known beforehand.
    package func evaluate(_ variables: [String: Value], budget: inout Budget) throws(EvaluationError) -> Value {
        try evaluate(NamedValues(variables), budget: &budget)
    }

    /// Follows a path with variables that are all known beforehand.
    package func evaluateReference(
        _ variables: [String: Value], budget: inout Budget
    ) throws(EvaluationError) -> Reference? {
        try evaluateReference(NamedValues(variables), budget: &budget)
    }

    /// Follows a path as far as it leads.
    /// - Returns: the last step that has a known base, or `nil` when the expression is not a path.
    package func evaluateReference(
        _ activation: any Activation, budget: inout Budget
    ) throws(EvaluationError) -> Reference? {
        var evaluator = Evaluator(program: self, activation: activation, budget: budget)
        defer { budget = evaluator.budget }
        return try evaluator.reference(to: root)
    }
}
