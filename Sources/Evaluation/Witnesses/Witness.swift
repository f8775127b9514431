/// Values of open inputs under which something holds.
package struct Witness: Sendable, Hashable {
    /// One input with its value.
    package struct Entry: Sendable, Hashable {
        /// The input's key.
        package let key: String
        /// The input's name for people.
        package let name: String
        /// Who gives the value.
        package let kind: OpenInput.Kind
        /// The value.
        package let datum: Datum
        /// Whether the value is not to be shown.
        package let isSecret: Bool

        /// `key = null`
        package var phrase: String { isSecret ? "a value of \(name) that is not shown" : "\(name) = \(datum.written)" }
    }

    /// The inputs in the order of their names.
    package let entries: [Entry]

    /// Creates a witness; the entries are put in order.
    package init(_ entries: [Entry]) {
        self.entries = entries.sorted { ($0.name, $0.key) < ($1.name, $1.key) }
    }

    /// The values by the inputs' keys.
    package var assignment: Assignment {
        Assignment(Dictionary(entries.map { ($0.key, $0.datum) }, uniquingKeysWith: { first, _ in first }))
    }

    /// Most inputs that a sentence names.
    private static let mostNamed = 4

    /// "key = null and b = true": what the user may give; empty when AWS gives it all.
    package var givenPhrase: String {
        let given = entries.filter { $0.kind != .deployment }
        let named = given.prefix(Self.mostNamed).map(\.phrase)
        let more = given.count > named.count ? ["\(given.count - named.count) more"] : []
        return (named + more).joined(separator: " and ")
    }
}
