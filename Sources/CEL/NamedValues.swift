/// Variables that are all known beforehand.
final class NamedValues: Activation {
    private let values: [String: Value]

    init(_ values: [String: Value]) {
        self.values = values
    }

    func value(of name: String, in slot: Int?) -> Value? { values[name] }
}
