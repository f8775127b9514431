/// The registry of the functions and operators that every environment has.
enum StandardLibrary {
    static let functions: [String: [Overload]] = [
        operators, ordering, collections, conversions, strings, patterns, formats, mathematics, bits, times(in: .none),
        optionals, aggregates, lists,
    ].reduce(into: [:]) { registry, part in
        registry.merge(part) { $0 + $1 }
    }

    static let anyT = CELType.parameter("T")
    static let anyK = CELType.parameter("K")
    static let anyV = CELType.parameter("V")

    /// The fault of an implementation that was given values which its overload does not declare.
    static func mismatch(_ name: String) -> EvaluationError {
        EvaluationError(.noSuchOverload, "'\(name)' does not take these arguments")
    }

    static func overflow(_ type: CELType) -> EvaluationError {
        EvaluationError(.overflow, "the result does not fit in \(type)")
    }
}
