/// What the arena keeps of a node.
struct NodeRecord: BitwiseCopyable {
    enum Shape: UInt8, BitwiseCopyable {
        case plain, singleQuoted, doubleQuoted, literal, folded
        case sequence, mapping
    }

    /// The node's bytes in the source.
    var start: UInt32
    var end: UInt32
    /// A scalar's text: offset in the source or among the decoded bytes. A collection's first link.
    var contentStart: UInt32
    /// A scalar's length in bytes, a sequence's elements, a mapping's entries.
    var contentCount: UInt32
    /// Index among the tags, plus one; 0 for none.
    var tag: UInt16
    var shape: Shape
    /// The text differs from the source and stands among the decoded bytes.
    var isDecoded: Bool

    var isScalar: Bool { shape.rawValue < Shape.sequence.rawValue }
}
