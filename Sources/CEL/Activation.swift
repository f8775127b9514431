/// Gives the variables of an expression their values.
public protocol Activation {
    /// The value of a declared variable, asked for at most once an evaluation and only when it is needed.
    /// - Returns: `nil` when there is none, which is an evaluation error.
    func value(of name: String) throws(EvaluationError) -> Value?
}

extension Dictionary: Activation where Key == String, Value == CEL.Value {
    public func value(of name: String) throws(EvaluationError) -> CEL.Value? { self[name] }
}
