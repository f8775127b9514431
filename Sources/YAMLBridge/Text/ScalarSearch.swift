/// Looks for scalars of certain texts, keys among them, faster than by walking the nodes.
package struct ScalarSearch: Sendable {
    private let words: [[UInt8]]
    /// A bit for each length of a word, longer ones on the last.
    private let lengths: UInt64

    /// - Parameter words: whole texts of scalars.
    package init(_ words: [String]) {
        self.words = words.map { Array($0.utf8) }
        lengths = self.words.reduce(0) { $0 | Self.bit($1.count) }
    }

    private static func bit(_ length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }

    /// Whether one of the words is a scalar in a node. In YAML, whose aliases may lead anywhere, it may be one.
    package func mayFind(in node: Node) -> Bool {
        guard node.document.arena.isJSON else { return true }
        return node.withTape { tape in
            // The words of a node's children, and of theirs, stand behind it. JSON has no tags and no aliases.
            let start = Int(node.index)
            return (start..<max(start + 1, tape.next(after: start))).contains { isWanted($0, tape) }
        }
    }

    private func isWanted(_ index: Int, _ tape: NodeTape) -> Bool {
        guard let text = tape.text(of: index), lengths & Self.bit(text.count) != 0 else { return false }
        return words.contains { $0.count == text.count && $0.elementsEqual(text) }
    }
}
