import YAMLBridge

/// The entries of a mapping by key.
struct MappingFields {
    let node: Node
    private let entries: [String: Node.Entry]

    init(node: Node, entries: [String: Node.Entry]) {
        self.node = node
        self.entries = entries
    }

    /// The value of a key; `nil` when it is not there or null.
    subscript(key: String) -> Node? { entries[key].flatMap { $0.value.isNull ? nil : $0.value } }

    func key(_ key: String) -> Node? { entries[key]?.key }
}
