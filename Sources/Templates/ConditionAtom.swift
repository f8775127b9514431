/// A yes-or-no question about a template that its parameters leave open, such as "does Stage equal live?".
public struct ConditionAtom: Hashable, Sendable {
    /// The question in canonical form; equal questions of one stack have equal keys.
    public let key: String
    /// How to name it to a person: the template's condition (`IsProd`) where there is one, else the comparison.
    public let label: String

    public init(key: String, label: String) {
        self.key = key
        self.label = label
    }

    public static func == (left: ConditionAtom, right: ConditionAtom) -> Bool { left.key == right.key }

    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
