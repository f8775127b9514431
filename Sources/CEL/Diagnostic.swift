/// A fault of an expression, found before it runs.
package struct Diagnostic: Hashable, Sendable {
    /// Stable name of the kind of fault: `syntax`, `too-long`, `too-deep`, `undeclared-name`,
    /// `undeclared-field`, `undeclared-function`, `wrong-arguments`, `wrong-type`, `unguarded-field`,
    /// `presence-of-key`, `no-fields`, `not-indexable`, `not-iterable`, `bad-macro`, `bad-pattern`.
    package let code: String
    /// What is wrong, in one sentence without a full stop.
    package let message: String
    /// What to write instead.
    package let hint: String?
    /// Where, in UTF-8 offsets of the source.
    package let range: Range<Int>

    /// Creates a fault; one without a hint has no better spelling to offer.
    package init(code: String, message: String, hint: String? = nil, range: Range<Int>) {
        self.code = code
        self.message = message
        self.hint = hint
        self.range = range
    }
}
