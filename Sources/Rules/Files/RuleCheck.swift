import YAMLBridge

/// One thing that must hold.
struct RuleCheck: Sendable {
    /// What to do when the input does not decide the check.
    enum UnknownPolicy: String, Sendable, Hashable, CaseIterable {
        /// Count it as undecided.
        case skip
        /// Report a note.
        case note
        /// Report a finding of the check's severity.
        case fail
    }

    /// A second place that a finding shows.
    struct RelatedPlace: Sendable {
        /// The path that leads to the place.
        let path: ExpressionSource
        /// What stands there, for the frame below the finding's.
        let label: MessageTemplate
    }

    /// Names the check within its rule; a finding's fingerprint holds it.
    let id: String
    /// The check applies only where this is true.
    let condition: ExpressionSource?
    /// True is good.
    var assertion: ExpressionSource
    /// The path whose place a finding has.
    let path: ExpressionSource
    /// Further places that explain a finding, in the order in which a report shows them.
    let related: [RelatedPlace]
    /// What is wrong and why, with the numbers of the case.
    let message: MessageTemplate
    /// What to do; reports show it as help.
    let fix: MessageTemplate?
    /// In place of the rule's severity.
    let severity: Severity?
    /// What to do when the input does not decide the check.
    let unknownPolicy: UnknownPolicy
    let idNode: Node
}
