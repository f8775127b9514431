import CEL
import Testing

/// A small model: a queue with consumers and perhaps a redrive policy.
enum SampleEnvironment {
    static let structures = [
        StructDeclaration(
            name: "queue",
            fields: [
                FieldDeclaration(name: "name", type: .string),
                FieldDeclaration(name: "visibilityTimeout", type: .int, summary: "int, seconds"),
                FieldDeclaration(name: "max", type: .int),
                FieldDeclaration(name: "price", type: .double),
                FieldDeclaration(name: "consumers", type: .list(.structure("consumer"))),
                FieldDeclaration(name: "redrive", type: .structure("redrive"), isOptional: true),
                FieldDeclaration(name: "tags", type: .map(.string, .string)),
            ]),
        StructDeclaration(
            name: "consumer",
            fields: [
                FieldDeclaration(name: "name", type: .string),
                FieldDeclaration(name: "seconds", type: .int),
                FieldDeclaration(name: "limit", type: .int, isOptional: true),
            ]),
        StructDeclaration(
            name: "redrive",
            fields: [
                FieldDeclaration(name: "maxReceives", type: .int),
                FieldDeclaration(name: "target", type: .string, isOptional: true),
            ]),
    ]

    static let environment = Environment(
        variables: [
            "q": .structure("queue"), "raw": .dyn, "numbers": .list(.int), "a": .int, "b": .bool, "c": .bool,
            "text": .string, "factor": .double,
        ],
        structures: structures,
        functions: [
            FunctionDeclaration(
                name: "twice",
                overloads: [
                    Overload(parameters: [.int], result: .int) { (arguments) throws(EvaluationError) in
                        guard case .int(let number) = arguments[0] else {
                            throw EvaluationError(.noSuchOverload, "twice() takes an int")
                        }
                        return .int(number &* 2)
                    }
                ])
        ])
}

func unknown(_ reason: String, mayBeAbsent: Bool = false) -> Value {
    .unknown(Unknown(reason, mayBeAbsent: mayBeAbsent))
}

/// The result of an expression over the sample model.
func evaluate(_ source: String, _ variables: [String: Value] = [:], steps: Int = Budget.defaultSteps) throws -> Value {
    var budget = Budget(steps: steps)
    return try SampleEnvironment.environment.compile(source).evaluate(variables, budget: &budget)
}

/// The result in words: `true`, `<unknown: reason>`.
func text(_ source: String, _ variables: [String: Value] = [:]) throws -> String {
    try evaluate(source, variables).description
}

/// What the expression fails with when it runs.
func failure(_ source: String, _ variables: [String: Value] = [:], steps: Int = Budget.defaultSteps) -> EvaluationError? {
    do {
        let value = try evaluate(source, variables, steps: steps)
        Issue.record("\(source) is \(value)")
        return nil
    } catch let error as EvaluationError {
        return error
    } catch {
        Issue.record("\(source) does not compile: \(error)")
        return nil
    }
}

/// What the checker finds.
func diagnostics(_ source: String, assuming: [String] = []) throws -> [Diagnostic] {
    let conditions = try assuming.map { try SampleEnvironment.environment.compile($0) }
    do {
        _ = try SampleEnvironment.environment.compile(source, assuming: conditions)
        return []
    } catch {
        return error.diagnostics
    }
}
