import CEL

extension RuleFunctions {
    /// `raw(object)`: what the template writes for the object, in the spelling of its dialect; for rules of one format.
    static func written(of kinds: [String]) -> FunctionDeclaration {
        FunctionDeclaration(
            name: "raw",
            overloads: kinds.map { kind in
                Overload(parameters: [.structure(kind)], result: .dyn) { (arguments) throws(EvaluationError) in
                    guard case .object(let view as ModelView) = arguments[0] else {
                        throw EvaluationError(.badArgument, "raw() takes an object of the model")
                    }
                    return view.reader.written(view.id)
                }
            })
    }
}
