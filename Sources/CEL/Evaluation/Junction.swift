/// The outcome of `&&`, `||`, `all` and `exists` while their operands come in.
struct Junction {
    /// The value that settles the outcome: false for `&&` and `all`, true for `||` and `exists`.
    let decisive: Bool
    private var unknown: Unknown?
    private var error: EvaluationError?

    init(decisive: Bool) {
        self.decisive = decisive
    }

    /// Takes an operand; true when it settles the outcome.
    mutating func add(_ value: Value) throws(EvaluationError) -> Bool {
        switch value {
        case .bool(let flag): return flag == decisive
        case .unknown(let reason): unknown.merge(reason)
        case let other:
            try add(EvaluationError(.noSuchOverload, "a condition is \(other.runtimeType.name), not bool"))
        }
        return false
    }

    /// Takes an operand that failed. An exhausted budget is never absorbed.
    mutating func add(_ failure: EvaluationError) throws(EvaluationError) {
        if failure.kind == .budgetExceeded { throw failure }
        error = error ?? failure
    }

    /// Takes an operand that may not be there at all: it settles nothing, but may leave the outcome open.
    mutating func addPossible(_ value: Value, _ reason: Unknown) {
        if case .bool(let flag) = value, flag != decisive { return }
        unknown.merge(value.unknown)
        unknown.merge(reason)
    }

    /// Unknown beats error beats value.
    func result() throws(EvaluationError) -> Value {
        if let unknown { return .unknown(unknown) }
        if let error { throw error }
        return .bool(!decisive)
    }
}
