/// An ordered list, possibly with members that the input does not reveal.
package struct ListValue: Sendable {
    /// The known members, in order, from index 0; a member may itself be unknown.
    package var elements: [Value]
    /// When set, zero or more further members may follow `elements`.
    package var unknownTail: Unknown?

    /// Creates a list; without `unknownTail` it is known to end with its last element.
    package init(elements: [Value], unknownTail: Unknown? = nil) {
        self.elements = elements
        self.unknownTail = unknownTail
    }
}
