/// Keys that are looked up together, in one walk over a mapping's entries: a lookup for each would walk as often.
package struct KeySet: Sendable {
    private let keys: [[UInt8]]
    /// A bit for each length of a key, longer ones on the last.
    private let lengths: UInt64

    package init(_ keys: [String]) {
        self.keys = keys.map { Array($0.utf8) }
        lengths = self.keys.reduce(0) { $0 | Self.bit($1.count) }
    }

    private static func bit(_ length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }

    /// The place of a key among the keys.
    @inline(__always)
    fileprivate func number(of text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard lengths & Self.bit(text.count) != 0 else { return nil }
        return keys.firstIndex { key in key.withUnsafeBufferPointer { KeyTable.areEqual($0, text) } }
    }
}

extension Node {
    /// Calls `body` with the value of each entry of a mapping whose key is one of `keys`, and the key's place among them, in
    /// the order of the text: of duplicates the last one comes last.
    package func forEachValue(of keys: KeySet, _ body: (_ key: Int, _ value: Node) -> Void) {
        guard kind == .mapping else { return }
        withTape { tape in
            let children = tape.children(of: Int(index))
            var key = children.lowerBound
            while key < children.upperBound {
                let value = tape.next(after: key)
                if let text = tape.text(of: tape.resolved(key)), let number = keys.number(of: text) {
                    body(number, Node(document: document, index: UInt32(truncatingIfNeeded: tape.resolved(value))))
                }
                key = tape.next(after: value)
            }
        }
    }

    /// A scalar's text behind another text, made at once; that text alone for a collection.
    package func text(behind prefix: String) -> String {
        var prefix = prefix
        return prefix.withUTF8 { prefix in
            withTape { tape in
                let text = tape.text(of: Int(index)) ?? UnsafeBufferPointer(start: nil, count: 0)
                return String(unsafeUninitializedCapacity: prefix.count + text.count) { whole in
                    var end = whole.initialize(fromContentsOf: prefix)
                    end = whole[end...].initialize(fromContentsOf: text)
                    return end
                }
            }
        }
    }
}
