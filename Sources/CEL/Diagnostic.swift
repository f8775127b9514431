/// A fault of an expression, found before it runs.
public struct Diagnostic: Hashable, Sendable {
    /// Stable name of the kind of fault: `syntax`, `too-long`, `too-deep`, `undeclared-name`,
    /// `undeclared-field`, `undeclared-function`, `wrong-arguments`, `wrong-type`, `unguarded-field`,
    /// `presence-of-key`, `no-fields`, `not-indexable`, `not-iterable`, `bad-macro`, `bad-pattern`.
    public let code: String
    /// What is wrong, in one sentence without a full stop.
    public let message: String
    /// What to write instead.
    public let hint: String?
    /// Where, in UTF-8 offsets of the source.
    public let range: Range<Int>

    /// Creates a fault; one without a hint has no better spelling to offer.
    public init(code: String, message: String, hint: String? = nil, range: Range<Int>) {
        self.code = code
        self.message = message
        self.hint = hint
        self.range = range
    }
}
