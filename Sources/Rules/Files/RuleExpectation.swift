import YAMLBridge

/// A verdict that a rule's test expects.
struct RuleExpectation: Sendable {
    enum Verdict: String, Sendable, CaseIterable { case finding, undecided }

    /// Where the finding must stand.
    enum Place: Sendable {
        /// A line of the test's template.
        case line(Int)
        /// Resource and property, `Jobs.Properties.VisibilityTimeout`, or `/Resources/Jobs/Properties/VisibilityTimeout`.
        case path(String)
    }

    let check: String
    let verdict: Verdict
    let place: Place?
    /// The name of the `forEach` member.
    let subject: String?
    /// A part of the message.
    let messagePart: String?
    /// Places that the finding must show beside its own, spelled like ``Place/path(_:)``.
    let related: [String]
    let node: Node
}
