/// One key of a map with its value.
public struct MapEntry: Sendable {
    /// A bool, int, uint or string.
    public let key: Value
    public let value: Value

    public init(key: Value, value: Value) {
        self.key = key
        self.value = value
    }
}
