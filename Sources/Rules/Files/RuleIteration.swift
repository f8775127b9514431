/// One verdict for each member of a list rather than one for the object.
public struct RuleIteration: Sendable {
    public let list: ExpressionSource
    /// The variable that holds the member.
    public let variable: String
    public let condition: ExpressionSource?
}
