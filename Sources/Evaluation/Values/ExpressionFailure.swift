/// Why an expression has no value at all, where Terraform would stop: an index that is not there, a text that is no number.
///
/// `try` and `can` ask for it; everywhere else the value is unknown for this reason.
package struct ExpressionFailure: Error {
    package let message: String

    package init(_ message: String) {
        self.message = message
    }
}
