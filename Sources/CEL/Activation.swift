/// Gives the variables of an expression their values.
public protocol Activation {
    /// The value of a declared variable, asked for only when it is needed, and each time that it is: what is costly to
    /// work out is the activation's to keep.
    ///
    /// - Parameter index: the variable's place in ``Program/referencedVariables``.
    /// - Returns: `nil` when there is none, which is an evaluation error.
    func value(ofVariable index: Int, named name: String) throws(EvaluationError) -> Value?
}

extension Dictionary: Activation where Key == String, Value == CEL.Value {
    public func value(ofVariable index: Int, named name: String) throws(EvaluationError) -> CEL.Value? { self[name] }
}
