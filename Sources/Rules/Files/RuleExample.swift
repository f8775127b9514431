/// What a rule reports and how it is mended, as code.
public struct RuleExample: Sendable, Hashable {
    /// A template that the rule reports.
    public let bad: String
    /// The same, mended.
    public let good: String

    /// Creates an example; both texts are whole templates or fragments of one.
    public init(bad: String, good: String) {
        self.bad = bad
        self.good = good
    }
}
