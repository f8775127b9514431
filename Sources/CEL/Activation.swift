/// Gives the variables of an expression their values.
package protocol Activation: AnyObject {
    /// The value of a declared variable, asked for only when it is needed, and each time that it is: what is costly to
    /// work out is the activation's to keep.
    ///
    /// - Parameter slot: where the caller keeps the variable, as it was declared with; `nil` if it was declared without.
    /// - Returns: `nil` when there is none, which is an evaluation error.
    func value(of name: String, in slot: Int?) throws(EvaluationError) -> Value?
}
