import YAMLBridge

/// The entries of a mapping by key.
struct MappingFields {
    let node: Node
    private let shape: RuleFileShape
    /// By the place of their keys in the shape; of duplicates the last one.
    private var entries: [Node.Entry?]
    /// Keys that the shape does not have.
    private(set) var unknown: [Node] = []

    init(_ node: Node, as shape: RuleFileShape) {
        self.node = node
        self.shape = shape
        entries = Array(repeating: nil, count: shape.keys.count)
        var next = 0
        for entry in node.entries {
            if let place = shape.place(of: entry.key, from: next) {
                entries[place] = entry
                next = place + 1
            } else {
                unknown.append(entry.key)
            }
        }
    }

    /// The value of a key; `nil` when it is not there or null.
    subscript(key: String) -> Node? { entry(key).flatMap { $0.value.isNull ? nil : $0.value } }

    func key(_ key: String) -> Node? { entry(key)?.key }

    private func entry(_ key: String) -> Node.Entry? {
        for place in entries.indices where shape.keys[place].name == key { return entries[place] }
        return nil
    }
}

extension RuleFileShape {
    /// Where a key stands in the shape.
    ///
    /// - Parameter start: where to look first: files keep mostly to the shape's order.
    fileprivate func place(of key: Node, from start: Int) -> Int? {
        for place in start..<max(start, keys.count) where key.hasText(keys[place].name) { return place }
        for place in 0..<min(start, keys.count) where key.hasText(keys[place].name) { return place }
        return nil
    }
}
