/// A comment of a YAML text or of Terraform's language.
package struct Comment: Sendable, Hashable {
    /// What stands behind the `#` or `//`, to the end of the line, without blanks at its ends.
    package let text: String
    /// From the `#` or `//` to the end of the line.
    package let span: SourceSpan
    /// Whether nothing else stands on its line.
    package let isAlone: Bool
}
