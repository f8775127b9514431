import Evaluation

/// Something in the text of an expression that is no HCL.
struct ExpressionError: Error, Hashable {
    /// What is wrong, without a full stop.
    let message: String
    /// What to do about it.
    let help: String
    /// UTF-8 bytes of the text that are meant.
    let range: Range<Int>

    /// Whether Terraform may take the expression all the same: it is too large here.
    let isOfLimits: Bool

    init(_ message: String, help: String, at range: Range<Int>, isOfLimits: Bool = false) {
        self.isOfLimits = isOfLimits
        self.message = message
        self.help = help
        self.range = range
    }
}
