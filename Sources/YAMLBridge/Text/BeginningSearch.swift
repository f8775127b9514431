/// Looks for scalars that begin with one of certain names, up to their first dot or bracket: `aws_sqs_queue` in
/// `aws_sqs_queue.jobs.arn`. Faster than walking the nodes.
package struct BeginningSearch: Sendable {
    private static let mostBytes = 8
    /// The names by their first bytes.
    private let names: [UInt64: [[UInt8]]]
    /// A bit for each group of first bytes that occurs; most texts are turned away by it.
    private let bits: [UInt64]

    /// - Parameter names: names without dot and bracket.
    package init(_ names: some Sequence<String>) {
        self.names = Dictionary(grouping: names.map { Array($0.utf8) }) { name in
            name.withUnsafeBufferPointer(Self.firstBytes)
        }
        var bits = [UInt64](repeating: 0, count: 16)
        for key in self.names.keys { bits[Self.bit(key) >> 6] |= 1 << UInt64(Self.bit(key) & 63) }
        self.bits = bits
    }

    /// Whether a scalar in a node begins so. In YAML, whose aliases may lead anywhere, one may.
    package func mayFind(in node: Node) -> Bool {
        guard node.document.arena.isJSON else { return true }
        return node.withTape { tape in
            let start = Int(node.index)
            return (start..<max(start + 1, tape.next(after: start))).contains { isWanted($0, tape) }
        }
    }

    private func isWanted(_ index: Int, _ tape: NodeTape) -> Bool {
        guard let text = tape.text(of: index) else { return false }
        let key = Self.firstBytes(text)
        let bit = Self.bit(key)
        guard bits[bit >> 6] & 1 << UInt64(bit & 63) != 0, let candidates = names[key] else { return false }
        return candidates.contains { name in
            text.count >= name.count && text.prefix(name.count).elementsEqual(name)
                && (text.count == name.count || Self.endsName(text[name.count]))
        }
    }

    /// At most eight bytes of a name.
    private static func firstBytes(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var key: UInt64 = 0
        for index in 0..<min(text.count, mostBytes) {
            guard !endsName(text[index]) else { break }
            key |= UInt64(text[index]) << UInt64(8 * index)
        }
        return key
    }

    /// One of 1,024.
    private static func bit(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 54) }

    private static func endsName(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || byte == UInt8(ascii: "[") }
}
