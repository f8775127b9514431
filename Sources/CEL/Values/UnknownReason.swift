/// Why a value is unknown.
package struct UnknownReason: Hashable, Sendable {
    /// For people: `parameter JobTimeout has no value`.
    package var text: String
    /// For the caller: identifies what would have to be known (an undecided condition to split on).
    /// Evaluation keeps it as it is.
    package var key: String?

    /// Creates a reason; without a key nobody can split on it.
    package init(text: String, key: String? = nil) {
        self.text = text
        self.key = key
    }
}
