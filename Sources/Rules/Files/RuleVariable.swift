/// A value that checks read as `variables.NAME`; worked out when it is first read.
struct RuleVariable: Sendable {
    /// How expressions call it behind `variables.`.
    let name: String
    /// Gives the value.
    let value: ExpressionSource
}
