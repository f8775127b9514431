/// One open question that a condition asks: "does Stage equal live?".
package struct ConditionAtom: Hashable, Sendable {
    /// The question in canonical form; equal questions have equal keys.
    package let key: String
    /// How to name it to a person: the template's condition (`IsProd`) where there is one, else the comparison.
    package let label: String
    /// What is compared, when the question is whether something unknown equals a text.
    package let subject: String?
    /// How to name the subject to a person; `nil` when `label` names a condition of the template.
    package let subjectName: String?
    /// The text that the subject is compared with.
    package let literal: String?
    /// What else the subject may be, when that is known: the other `AllowedValues` of a parameter. Empty when anything may be.
    package let alternatives: [String]
    /// The question as a value, true or false once the open inputs are known; `nil` for one that cannot be asked again.
    package let question: Value?

    /// Creates a question; questions of equal keys are one and must not differ in their subject.
    package init(
        key: String, label: String, subject: String? = nil, subjectName: String? = nil, literal: String? = nil,
        alternatives: [String] = [], question: Value? = nil
    ) {
        self.key = key
        self.label = label
        self.subject = subject
        self.subjectName = subjectName
        self.literal = literal
        self.alternatives = alternatives
        self.question = question
    }

    /// The question whether something unknown equals a text.
    ///
    /// - Parameters:
    ///   - subject: identifies what is unknown.
    ///   - name: how to name it to a person.
    ///   - condition: the template's condition that asks it, if one does.
    ///   - allowed: all that the subject may be; empty when it may be anything.
    package static func equality(
        of subject: String, named name: String, to text: String, condition: String? = nil, allowed: [String], value: Value
    ) -> ConditionAtom {
        ConditionAtom(
            key: [subject, "'\(text)'"].sorted().joined(separator: "=="), label: condition ?? "\(name) == \(text)",
            subject: subject, subjectName: condition == nil ? name : nil, literal: text,
            alternatives: allowed.filter { $0 != text },
            question: .equality(of: value, to: Value(.scalar(.init(text)), origin: value.origin)))
    }

    /// The same question about another of the texts that the subject may be; `nil` when there is nothing to ask.
    package func asking(_ other: String) -> ConditionAtom? {
        guard let subject, let literal, let subjectName else { return nil }
        guard let value = question?.comparedValue else { return nil }
        return .equality(of: subject, named: subjectName, to: other, allowed: alternatives + [literal], value: value)
    }

    /// An answer in words: "IsProd is true", "Stage is live", "Stage is not live".
    package func phrase(_ answer: Bool) -> String {
        guard let subjectName, let literal else { return "\(label) is \(answer)" }
        return "\(subjectName) is \(answer ? "" : "not ")\(literal.isEmpty ? "empty" : literal)"
    }

    /// Whether a yes to `other` is a no to this one: one parameter cannot equal two texts.
    package func isExcluded(by other: ConditionAtom) -> Bool {
        guard let subject, let literal, let otherLiteral = other.literal else { return false }
        return subject == other.subject && literal != otherLiteral
    }

    /// Whether both ask the same, whatever they are called.
    package static func == (left: ConditionAtom, right: ConditionAtom) -> Bool { left.key == right.key }

    /// Feeds the key, as equality compares it alone.
    package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
