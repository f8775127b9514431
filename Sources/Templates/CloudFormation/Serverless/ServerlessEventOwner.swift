import Evaluation

/// The function or state machine that events start.
struct ServerlessEventOwner {
    let logicalID: String
    let existence: Condition
    /// What names it as a target: a function's `Arn` or alias, what `Ref` of a state machine gives.
    let target: Reference.Attribute
    /// What names it in an event source mapping: a function's name or alias.
    let name: Reference.Attribute
    let isStateMachine: Bool

    static func function(_ logicalID: String, when existence: Condition, hasAlias: Bool) -> ServerlessEventOwner {
        ServerlessEventOwner(
            logicalID: logicalID, existence: existence, target: .named(hasAlias ? "Alias" : "Arn"),
            name: hasAlias ? .named("Alias") : .identifier, isStateMachine: false)
    }

    static func stateMachine(_ logicalID: String, when existence: Condition) -> ServerlessEventOwner {
        ServerlessEventOwner(
            logicalID: logicalID, existence: existence, target: .identifier, name: .identifier, isStateMachine: true)
    }
}
