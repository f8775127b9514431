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
        var merged = self
        return merged.merge(other) ? merged : nil
    }

    /// Takes in another's values; nothing, where they give one input different values.
    ///
    /// - Complexity: that of the other alone, so that ten thousand are put together in a time that grows as their number.
    package mutating func merge(_ other: Assignment) -> Bool {
        for (key, datum) in other.data {
            if let known = data[key], known != datum { return false }
        }
        for (key, datum) in other.data { data[key] = datum }
        return true
    }
}
