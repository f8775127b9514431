/// How many nodes to expect, before any is read.
extension ByteView {
    private static let sampledBlocks = 16
    private static let sampledBytes = 1 << 10

    /// A guess that is rarely too low, so that room for nodes seldom has to grow.
    var expectedNodes: Int {
        let sampled = Self.sampledBlocks * Self.sampledBytes
        guard count > 2 * sampled else { return count / 8 + 16 }
        var marks = 0
        for block in 0..<Self.sampledBlocks {
            let start = count / Self.sampledBlocks * block
            for offset in start..<start + Self.sampledBytes where Self.isMark(self[offset]) { marks += 1 }
        }
        let expected = Double(marks) / Double(sampled) * Double(count)
        return Int(expected * 1.1) + 1_024
    }

    /// Behind each of these stands a node, more often than not.
    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "{"), .lineFeed: true
        default: false
        }
    }
}
