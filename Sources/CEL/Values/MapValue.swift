/// A map in the order of its source, possibly with entries that the input does not reveal.
package struct MapValue: Sendable {
    /// The known entries, each key once, in the order in which they were put in.
    package private(set) var entries: [MapEntry]
    /// When set, further keys than those in `entries` may exist.
    package var unknownTail: Unknown?
    private var positions: [MapKey: Int]

    /// Creates a map without known entries.
    package init(unknownTail: Unknown? = nil) {
        entries = []
        positions = [:]
        self.unknownTail = unknownTail
    }

    /// A map with text keys; of two equal keys the later one wins.
    package init(_ members: [(String, Value)], unknownTail: Unknown? = nil) {
        self.init(unknownTail: unknownTail)
        for (key, value) in members {
            if let position = positions[.string(key.utf8Key)] {
                entries[position] = MapEntry(key: .string(key), value: value)
            } else {
                insert(.string(key), value)
            }
        }
    }

    /// The value under a key; `1`, `1u` and `1.0` are the same key. `nil` when no known entry has it.
    package subscript(key: Value) -> Value? {
        guard let key = MapKey(key), let position = positions[key] else { return nil }
        return entries[position].value
    }

    /// Adds an entry; false when the key is of a type that cannot be one or is there already.
    @discardableResult
    package mutating func insert(_ key: Value, _ value: Value) -> Bool {
        if case .double = key { return false }
        guard let position = MapKey(key), positions[position] == nil else { return false }
        positions[position] = entries.count
        entries.append(MapEntry(key: key, value: value))
        return true
    }
}
