/// Looks for scalars of certain texts, keys among them, faster than by walking the nodes.
public struct ScalarSearch: Sendable {
    private let words: [[UInt8]]
    /// A bit for each length of a word, longer ones on the last.
    private let lengths: UInt64

    /// - Parameter words: whole texts of scalars.
    public init(_ words: [String]) {
        self.words = words.map { Array($0.utf8) }
        lengths = self.words.reduce(0) { $0 | Self.bit($1.count) }
    }

    private static func bit(_ length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }

    /// Whether one of the words is a scalar in a node. In YAML, whose aliases may lead anywhere, it may be one.
    public func mayFind(in node: Node) -> Bool {
        let arena = node.document.arena
        guard arena.isJSON else { return true }
        let end = node.record.end
        var index = Int(node.index)
        // Nodes stand in the order of the text: those of a node are the ones behind it that begin before its end.
        while index < arena.records.count {
            let record = arena.records[index]
            guard record.start < end else { return false }
            index += 1
            guard record.isScalar, lengths & Self.bit(Int(record.contentCount)) != 0 else { continue }
            let isFound = arena.withText(of: record, in: node.document.bytes) { text in
                words.contains { word in word.count == text.count && word.elementsEqual(text) }
            }
            if isFound { return true }
        }
        return false
    }
}
