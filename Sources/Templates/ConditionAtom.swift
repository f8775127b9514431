/// A yes-or-no question about a template that its parameters leave open, such as "does Stage equal live?".
public struct ConditionAtom: Hashable, Sendable {
    /// The question in canonical form; equal questions have equal keys.
    public let key: String
    /// How to name it to a person: the template's condition (`IsProd`) where there is one, else the comparison.
    public let label: String
    /// What is compared, when the question is whether something unknown equals a text.
    public let subject: String?
    /// The text that the subject is compared with.
    public let literal: String?
    /// What else the subject may be, when that is known: the other `AllowedValues` of a parameter. Empty when anything may be.
    public let alternatives: [String]

    public init(
        key: String, label: String, subject: String? = nil, literal: String? = nil, alternatives: [String] = []
    ) {
        self.key = key
        self.label = label
        self.subject = subject
        self.literal = literal
        self.alternatives = alternatives
    }

    /// Whether a yes to `other` is a no to this one: one parameter cannot equal two texts.
    func isExcluded(by other: ConditionAtom) -> Bool {
        guard let subject, let literal, let otherLiteral = other.literal else { return false }
        return subject == other.subject && literal != otherLiteral
    }

    public static func == (left: ConditionAtom, right: ConditionAtom) -> Bool { left.key == right.key }

    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
