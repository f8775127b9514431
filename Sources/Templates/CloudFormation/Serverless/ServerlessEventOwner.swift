/// The function or state machine that events start.
struct ServerlessEventOwner {
    let logicalID: String
    let existence: Condition
    /// What names it as a target: a function's `Arn` or alias, what `Ref` of a state machine gives.
    let reference: Reference.Attribute
    /// The logical id of the role that SAM makes for it; `nil` when it has one of its own.
    let role: String?
}
