/// What a structure answers when it is asked for a field.
package enum FieldResult: Sendable {
    /// The field's value, `.unknown` included.
    case value(Value)
    /// The field is certainly not there.
    case absent
    /// The field is computed and its computation failed.
    indirect case failure(EvaluationError)
}
