/// A link that a node has, or may have, to something that is not known.
public struct GraphUnknown: Sendable, Hashable {
    /// The index of the node.
    public let node: Int
    /// What is not known: "cluster", "more consumers".
    public let subject: String
    public let reasons: [String]

    public init(node: Int, _ subject: String, reasons: [String]) {
        self.node = node
        self.subject = subject
        self.reasons = reasons
    }
}
