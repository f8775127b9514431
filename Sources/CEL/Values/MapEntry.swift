/// One key of a map with its value.
public struct MapEntry: Sendable {
    /// A bool, int, uint or string.
    public let key: Value
    /// What the key leads to; it may itself be unknown.
    public let value: Value

    /// Creates an entry; that the key may be one is for the map to check.
    init(key: Value, value: Value) {
        self.key = key
        self.value = value
    }
}
