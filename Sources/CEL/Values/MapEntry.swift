/// One key of a map with its value.
package struct MapEntry: Sendable {
    /// A bool, int, uint or string.
    package let key: Value
    /// What the key leads to; it may itself be unknown.
    package let value: Value

    /// Creates an entry; that the key may be one is for the map to check.
    init(key: Value, value: Value) {
        self.key = key
        self.value = value
    }
}
