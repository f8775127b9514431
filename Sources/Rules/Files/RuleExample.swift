/// What a rule reports and how it is fixed, as code.
package struct RuleExample: Sendable, Hashable {
    /// A template that the rule reports.
    package let bad: String
    /// The same, corrected.
    package let good: String

    /// Creates an example; both texts are whole templates or fragments of one.
    package init(bad: String, good: String) {
        self.bad = bad
        self.good = good
    }
}
