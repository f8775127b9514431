/// A value that checks read as `variables.NAME`; worked out when it is first read.
public struct RuleVariable: Sendable {
    public let name: String
    public let value: ExpressionSource
}
