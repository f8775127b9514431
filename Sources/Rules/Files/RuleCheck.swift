import YAMLBridge

/// One thing that must hold.
public struct RuleCheck: Sendable {
    /// What to do when the input does not decide the check.
    public enum UnknownPolicy: String, Sendable, Hashable, CaseIterable {
        /// Count it as undecided.
        case skip
        /// Report a note.
        case note
        /// Report a finding of the check's severity.
        case fail
    }

    /// A second place that a finding shows.
    public struct RelatedPlace: Sendable {
        public let path: ExpressionSource
        public let label: MessageTemplate
    }

    public let id: String
    /// The check applies only where this is true.
    public let condition: ExpressionSource?
    /// True is good.
    public internal(set) var assertion: ExpressionSource
    /// The path whose place a finding has.
    public let path: ExpressionSource
    public let related: [RelatedPlace]
    public let message: MessageTemplate
    public let fix: MessageTemplate?
    /// In place of the rule's severity.
    public let severity: Severity?
    public let unknownPolicy: UnknownPolicy
    let idNode: Node
}
