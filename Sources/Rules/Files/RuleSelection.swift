import YAMLBridge

/// Which objects of the model a rule looks at.
public struct RuleSelection: Sendable {
    /// A kind of the model: `queue`.
    public let kind: String
    /// The variable that holds the object.
    public let variable: String
    /// Looks only at objects for which this is true; unknown makes every check of the object undecided.
    public let condition: ExpressionSource?
    /// The only templates that it looks at; `nil` for all. `raw()` needs one, since each writes in its own way.
    public let format: RuleFormat?
    let kindNode: Node
}
