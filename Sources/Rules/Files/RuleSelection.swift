import YAMLBridge

/// Which objects of the model a rule looks at.
struct RuleSelection: Sendable {
    /// A kind of the model: `queue`.
    let kind: String
    /// The variable that holds the object.
    let variable: String
    /// Looks only at objects for which this is true; unknown makes every check of the object undecided.
    let condition: ExpressionSource?
    /// The only templates that it looks at; `nil` for all. `raw()` needs one, since each writes in its own way.
    let format: RuleFormat?
    let kindNode: Node
}
