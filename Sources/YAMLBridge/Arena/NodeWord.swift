/// What the arena keeps of a node, in eight bytes.
///
/// A node stands in front of its children, and a collection's word says how many words it takes with them, so that
/// the next node is found without a list of children. What does not fit stands among the `ScalarDetails` or the
/// `CollectionDetails`. A tag is a word of its own in front of its node; an alias is a word with the index of what it
/// repeats.
struct NodeWord: BitwiseCopyable, Sendable {
    /// Longest scalar, in bytes of the source, that needs no details.
    static let longestScalar = payloadMask
    /// Most words of a collection that needs no details, its own included.
    static let mostWords = 1 << (payloadBits - lengthBits) - 1
    /// Longest collection, in bytes of the source, that needs no details.
    static let longestCollection = 1 << lengthBits - 1
    /// How many details of a sort can be numbered.
    static let mostDetails = payloadMask + 1

    private static let kindShift = 32
    private static let kindMask: UInt64 = 0xF
    private static let detailedBit: UInt64 = 1 << 36
    private static let decodedBit: UInt64 = 1 << 37
    private static let payloadShift = 38
    private static let payloadBits = 26
    private static let payloadMask = 1 << payloadBits - 1
    private static let lengthBits = 15
    private static let tagKind: UInt64 = 14
    private static let aliasKind: UInt64 = 15

    /// The place in the low half; kind, two flags and the payload above it.
    private let bits: UInt64

    @inline(__always)
    private init(kind: UInt64, place: Int, payload: Int, flags: UInt64 = 0) {
        bits =
            UInt64(UInt32(truncatingIfNeeded: place)) | kind << Self.kindShift | flags
            | UInt64(truncatingIfNeeded: payload) << Self.payloadShift
    }

    /// A scalar whose text stands in the source, between its quotes if it has any.
    @inline(__always)
    init(scalar shape: NodeRecord.Shape, start: Int, length: Int) {
        self.init(kind: UInt64(shape.rawValue), place: start, payload: length)
    }

    /// A scalar with details.
    init(scalar shape: NodeRecord.Shape, start: Int, details: Int, isDecoded: Bool) {
        self.init(
            kind: UInt64(shape.rawValue), place: start, payload: details,
            flags: isDecoded ? Self.detailedBit | Self.decodedBit : Self.detailedBit)
    }

    /// A collection; one that is still open has 0 words.
    @inline(__always)
    init(collection shape: NodeRecord.Shape, start: Int, words: Int = 0, length: Int = 0) {
        self.init(kind: UInt64(shape.rawValue), place: start, payload: words << Self.lengthBits | length)
    }

    /// A collection with details.
    init(collection shape: NodeRecord.Shape, start: Int, details: Int) {
        self.init(kind: UInt64(shape.rawValue), place: start, payload: details, flags: Self.detailedBit)
    }

    /// The tag of the node behind it.
    init(tag number: UInt16, start: Int) {
        self.init(kind: Self.tagKind, place: start, payload: Int(number))
    }

    /// One more appearance of a node that is there already.
    init(aliasOf index: Int) {
        self.init(kind: Self.aliasKind, place: index, payload: 0)
    }

    // MARK: Reading

    @inline(__always)
    private var kind: UInt64 { bits >> Self.kindShift & Self.kindMask }

    /// Where the node starts in the source; an alias's target.
    @inline(__always)
    var place: Int { Int(bits & 0xFFFF_FFFF) }

    /// A scalar's length, a tag's number, or the number of the details.
    @inline(__always)
    var payload: Int { Int(bits >> Self.payloadShift) }

    /// Words of a collection without details, its own included.
    @inline(__always)
    var words: Int { payload >> Self.lengthBits }

    /// Bytes of a collection without details.
    var length: Int { payload & Self.longestCollection }

    var isTag: Bool { kind == Self.tagKind }
    var isAlias: Bool { kind == Self.aliasKind }
    var isDetailed: Bool { bits & Self.detailedBit != 0 }
    var isDecoded: Bool { bits & Self.decodedBit != 0 }

    /// True for a scalar's or a collection's word.
    @inline(__always)
    var isNode: Bool { kind < Self.tagKind }

    @inline(__always)
    var isScalar: Bool { kind < UInt64(NodeRecord.Shape.sequence.rawValue) }

    /// The shape of a scalar or a collection.
    var shape: NodeRecord.Shape { NodeRecord.Shape(rawValue: UInt8(kind)) ?? .plain }
}
