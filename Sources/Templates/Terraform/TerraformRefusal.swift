import YAMLBridge

/// Why a file of Terraform's cannot be read.
public struct TerraformRefusal: Sendable, Hashable {
    public let message: String
    /// What to do about it.
    public let help: String
    /// `nil` for a file that is no text.
    public let span: SourceSpan?

    public init(message: String, help: String, span: SourceSpan?) {
        self.message = message
        self.help = help
        self.span = span
    }
}
