/// A link that a node has, or may have, to something that is not known.
package struct GraphUnknown: Sendable, Hashable {
    /// The index of the node.
    package let node: Int
    /// What is not known: "cluster", "more consumers".
    package let subject: String
    /// Why it is not known, each a clause for people.
    package let reasons: [String]

    /// Creates a gap at a node.
    init(node: Int, _ subject: String, reasons: [String]) {
        self.node = node
        self.subject = subject
        self.reasons = reasons
    }
}
