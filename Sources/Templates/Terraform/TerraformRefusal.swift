import YAMLBridge

/// Why a file of Terraform's cannot be read.
public struct TerraformRefusal: Sendable, Hashable {
    /// Why it is refused: a line for people without a full stop.
    public let message: String
    /// What to do about it.
    public let help: String
    /// `nil` for a file that is no text.
    public let span: SourceSpan?

    /// Creates a refusal; without a span it is about the file as a whole.
    public init(message: String, help: String, span: SourceSpan?) {
        self.message = message
        self.help = help
        self.span = span
    }
}
