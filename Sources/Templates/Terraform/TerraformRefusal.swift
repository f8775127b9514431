import Evaluation
import YAMLBridge

/// Why a file of Terraform's cannot be read.
package struct TerraformRefusal: Sendable, Hashable {
    /// Why it is refused: a line for people without a full stop.
    package let message: String
    /// What to do about it.
    package let help: String
    /// `nil` for a file that is no text.
    package let span: SourceSpan?

    /// Creates a refusal; without a span it is about the file as a whole.
    package init(message: String, help: String, span: SourceSpan?) {
        self.message = message
        self.help = help
        self.span = span
    }
}
