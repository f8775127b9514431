import Evaluation

/// Something in the text of an expression that is no HCL.
struct ExpressionError: Error, Hashable {
    /// What is wrong, without a full stop.
    let message: String
    /// What to do about it.
    let help: String
    /// UTF-8 bytes of the text that are meant.
    let range: Range<Int>

    init(_ message: String, help: String, at range: Range<Int>) {
        self.message = message
        self.help = help
        self.range = range
    }
}
