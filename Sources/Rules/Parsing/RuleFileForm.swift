/// What stands under a key of a rule file.
package indirect enum RuleFileForm: Sendable {
    /// Any scalar, read as text.
    case text
    /// A text that must fit a pattern of RE2's syntax.
    case pattern(String)
    /// One fixed text.
    case constant(String)
    /// One of a closed set of words.
    case choice([String])
    /// A CEL expression; YAML's own `true` and numbers are its source as they stand.
    case expression
    /// A text with `{{ expression }}` parts.
    case message
    case integer, number, bool
    /// One text or a list of them.
    case texts
    /// - Parameter needsOne: an empty list is a mistake.
    case list(RuleFileForm, needsOne: Bool)
    /// A mapping with keys of its own.
    case mapping(RuleFileShape)
    /// A mapping from names of the author's choice.
    case named(RuleFileForm)
    /// Whatever the rest of the file makes of it.
    case anything

    /// The words of an enumeration, in the order of its cases.
    package static func choice<Choice: CaseIterable & RawRepresentable<String>>(of type: Choice.Type) -> RuleFileForm {
        .choice(type.allCases.map(\.rawValue))
    }
}
