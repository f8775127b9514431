import CEL

/// The functions that rules have on top of the expression language.
struct RuleFunctions: Sendable {
    let context: CalculatorContext

    /// Every function, for the checker and the evaluator.
    var declarations: [FunctionDeclaration] { placement + fargate + texts }

    /// `plural(n, noun)`: "1 task", "3 tasks".
    private var texts: [FunctionDeclaration] {
        let plural = Overload(parameters: [.int, .string], result: .string) { (arguments) throws(EvaluationError) in
            guard case .int(let count) = arguments[0], case .string(let noun) = arguments[1] else {
                throw EvaluationError(.badArgument, "plural() takes a number and a noun")
            }
            return .string(count == 1 ? "1 \(noun)" : "\(count) \(noun)s")
        }
        return [FunctionDeclaration(name: "plural", overloads: [plural])]
    }
}
