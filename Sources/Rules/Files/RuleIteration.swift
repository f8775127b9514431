/// One verdict for each member of a list rather than one for the object.
struct RuleIteration: Sendable {
    /// Gives the list; `forEach.in` of the file.
    let list: ExpressionSource
    /// The variable that holds the member.
    let variable: String
    /// Looks only at members for which this is true; `nil` looks at all.
    let condition: ExpressionSource?
}
