/// Values for open inputs, by the inputs' keys.
package struct Assignment: Sendable, Hashable {
    /// The values.
    package private(set) var data: [String: Datum]

    /// Creates an assignment.
    package init(_ data: [String: Datum] = [:]) {
        self.data = data
    }

    /// The value of an input; `nil` when it stays open.
    package subscript(key: String) -> Datum? {
        get { data[key] }
        set { data[key] = newValue }
    }

    /// Whether nothing is assigned.
    package var isEmpty: Bool { data.isEmpty }

    /// Both together; `nil` when they give one input different values.
    package func merging(_ other: Assignment) -> Assignment? {
        var merged = data
        for (key, datum) in other.data {
            if let known = merged[key], known != datum { return nil }
            merged[key] = datum
        }
        return Assignment(merged)
    }
}
