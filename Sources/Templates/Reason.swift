/// Why something is not known.
public struct Reason: Hashable, Sendable {
    /// For people: "parameter JobTimeout has no value".
    public let text: String
    /// The open question that would decide it, when one would.
    public let atom: ConditionAtom?

    public init(_ text: String, atom: ConditionAtom? = nil) {
        self.text = text
        self.atom = atom
    }
}
