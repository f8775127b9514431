/// A node's word and its details, unpacked.
struct NodeRecord {
    enum Shape: UInt8, BitwiseCopyable {
        case plain, singleQuoted, doubleQuoted, literal, folded
        case sequence, mapping

        @inline(__always)
        var isQuoted: Bool { self == .doubleQuoted || self == .singleQuoted }
    }

    let shape: Shape
    /// Number among the tags, counted from 1; 0 for none.
    let tag: Int
    /// The node's bytes in the source, tag included.
    let span: Range<Int>
    /// Where a scalar starts behind its tag and anchor: at its quote, its header or its first character.
    let bodyStart: Int
    /// A scalar's text in the source or among the decoded bytes; the words of a collection's children.
    let content: Range<Int>
    /// The text differs from the source and stands among the decoded bytes.
    let isDecoded: Bool

    var isScalar: Bool { shape.rawValue < Shape.sequence.rawValue }
}
