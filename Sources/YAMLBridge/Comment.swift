/// A comment of a YAML text or of Terraform's language.
public struct Comment: Sendable, Hashable {
    /// What stands behind the `#` or `//`, to the end of the line, without blanks at its ends.
    public let text: String
    /// From the `#` or `//` to the end of the line.
    public let span: SourceSpan
    /// Whether nothing else stands on its line.
    public let isAlone: Bool
}
