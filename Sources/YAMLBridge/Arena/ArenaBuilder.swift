/// Collects nodes in the order of the text; all readers build through it, and it keeps every bound.
///
/// Not copyable, since a copy of its arrays by accident costs more than all the reading.
struct ArenaBuilder: ~Copyable {
    /// A collection that is not closed yet; the outermost one is the text itself, whose children are the roots.
    struct Frame: BitwiseCopyable {
        let shape: NodeRecord.Shape
        /// Index of the node: its tag's word, or its own.
        let node: Int
        /// Index of its own word.
        let body: Int
        /// Where it starts in the source.
        let start: Int
        let expandedBefore: Int
        var children = 0
        /// Levels of collections from this one down.
        var height = 1
        /// A bit for each 64th of all signatures that a key has had.
        var seenSignatures: UInt64 = 0
        /// Two keys have the same signature.
        var mayRepeatKeys = false

        /// Whether the next child is a key.
        @inline(__always)
        var expectsKey: Bool { shape == .mapping && children & 1 == 0 }
    }

    /// What an alias stands for.
    struct Anchor: BitwiseCopyable {
        let node: UInt32
        let expandedNodes: UInt32
        /// Levels of collections, 0 for a scalar.
        let height: UInt16

        init(node: Int, expandedNodes: Int, height: Int) {
            self.node = UInt32(truncatingIfNeeded: node)
            self.expandedNodes = UInt32(truncatingIfNeeded: expandedNodes)
            self.height = UInt16(truncatingIfNeeded: height)
        }
    }

    let view: ByteView
    let limits: ParseLimits
    private let expandedLimit: Int
    private let wordLimit: Int
    var words: GrowingBuffer<NodeWord>
    private var scalars = GrowingBuffer<ScalarDetails>()
    private var collections = GrowingBuffer<CollectionDetails>()
    var keySlots = GrowingBuffer<UInt32>()
    private var decoded = GrowingBuffer<UInt8>()
    private var roots = GrowingBuffer<UInt32>()
    /// The text itself, then the open collections from outside to inside.
    var frames = GrowingBuffer<Frame>()
    private var tags = TagTable()
    private var expandedNodes = 0
    private var aliasedNodes = 0
    /// Of the first keys of each open mapping.
    var signatures = GrowingBuffer<UInt64>()
    var duplicates = DuplicateKeys()

    init(view: ByteView, limits: ParseLimits) {
        self.view = view
        self.limits = limits
        expandedLimit = min(limits.expandedNodes, 1 << 28)
        wordLimit = max(view.count + 16, limits.capacity.words)
        words = GrowingBuffer(capacity: min(view.expectedNodes, wordLimit))
        frames.append(Frame(shape: .sequence, node: 0, body: 0, start: 0, expandedBefore: 0))
    }

    /// How many collections are open.
    var depth: Int { frames.count &- 1 }

    /// The innermost open collection.
    var innermost: Frame {
        @inline(__always) get { frames.top }
    }

    consuming func finish(isJSON: Bool) -> Arena {
        Arena(
            words: words.freeze(), scalars: scalars.freeze(), collections: collections.freeze(),
            keySlots: keySlots.freeze(), decoded: decoded.freeze(), tags: tags.names, roots: roots.freeze(),
            isJSON: isJSON)
    }

    /// What has been collected so far; of open collections only their closed children can be looked at.
    var tape: NodeTape {
        NodeTape(
            words: words.elements, scalars: scalars.elements, collections: collections.elements,
            keySlots: keySlots.elements, decoded: decoded.elements,
            source: UnsafeBufferPointer(start: view.raw.baseAddress?.assumingMemoryBound(to: UInt8.self), count: view.count))
    }

    // MARK: Nodes

    /// Adds a scalar whose text stands in the source as it is.
    ///
    /// - Returns: the node's index, here as in all that follows.
    @inline(__always)
    @discardableResult
    mutating func addScalar(
        _ shape: NodeRecord.Shape, span: Range<Int>, text: Range<Int>, tag: UInt16 = 0
    ) throws(UnplacedDiagnostic) -> Int {
        if frames.top.expectsKey { note(key: view.slice(text)) }
        let node = try begin(span, tag)
        let quote = shape.isQuoted ? 1 : 0
        let start = text.lowerBound &- quote
        let length = text.count &+ 2 &* quote
        if length <= NodeWord.longestScalar, start &+ length == span.upperBound, start == span.lowerBound || tag != 0 {
            words.append(NodeWord(scalar: shape, start: start, length: length))
        } else {
            try appendDetailed(shape, span, body: tag == 0 ? span.lowerBound : start, text, isDecoded: false)
        }
        return node
    }

    /// Adds a scalar whose text has been decoded with `appendDecoded` since `decodedCount` was `textStart`.
    ///
    /// - Parameter body: where the scalar starts behind its tag and anchor; the span's start when it has none.
    @discardableResult
    mutating func addDecodedScalar(
        _ shape: NodeRecord.Shape, span: Range<Int>, body: Int? = nil, textStart: Int, tag: UInt16 = 0
    ) throws(UnplacedDiagnostic) -> Int {
        if frames.top.expectsKey {
            note(key: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: decoded.elements[textStart...])))
        }
        let node = try begin(span, tag)
        guard decoded.count <= limits.capacity.decodedBytes else { throw tooMuchToNumber(at: span) }
        try appendDetailed(
            shape, span, body: body ?? span.lowerBound, textStart..<decoded.count, isDecoded: true)
        return node
    }

    /// Opens a sequence or mapping; its end is known when it is closed.
    @discardableResult
    mutating func open(
        _ shape: NodeRecord.Shape, start: Int, tag: UInt16 = 0
    ) throws(UnplacedDiagnostic) -> Int {
        guard depth < limits.depth else { throw tooDeep(at: start) }
        if frames.top.expectsKey { note(key: nil) }
        let before = expandedNodes
        let node = try begin(start..<start, tag)
        frames.append(Frame(shape: shape, node: node, body: words.count, start: start, expandedBefore: before))
        words.append(NodeWord(collection: shape, start: start))
        return node
    }

    /// Closes the collection that was opened last.
    @discardableResult
    mutating func close(end: Int) throws(UnplacedDiagnostic) -> Anchor? {
        guard depth > 0 else { return nil }
        let frame = frames.top
        frames.removeLast()
        let isMapping = frame.shape == .mapping
        let count = isMapping ? frame.children / 2 : frame.children
        let end = max(end, frame.start)
        let table = isMapping ? closeKeys(of: frame, bytes: end - frame.start) : nil
        let size = words.count - frame.body
        if table == nil, size <= NodeWord.mostWords, end - frame.start <= NodeWord.longestCollection {
            words[frame.body] = NodeWord(
                collection: frame.shape, start: frame.start, words: size, length: end - frame.start)
        } else {
            guard collections.count < limits.capacity.details else { throw tooMuchToNumber(at: frame.start..<end) }
            words[frame.body] = NodeWord(collection: frame.shape, start: frame.start, details: collections.count)
            collections.append(
                CollectionDetails(
                    end: UInt32(truncatingIfNeeded: end), wordsEnd: UInt32(truncatingIfNeeded: words.count),
                    count: UInt32(truncatingIfNeeded: count), table: UInt32(truncatingIfNeeded: table?.lowerBound ?? 0),
                    slots: UInt32(truncatingIfNeeded: table?.count ?? 0)))
        }
        frames.top.height = max(frames.top.height, frame.height + 1)
        return Anchor(node: frame.node, expandedNodes: expandedNodes - frame.expandedBefore, height: frame.height)
    }

    /// Adds a node that is there already once more.
    mutating func addAlias(_ anchor: Anchor, at span: Range<Int>) throws(UnplacedDiagnostic) {
        let repeated = Int(anchor.expandedNodes)
        guard repeated <= expandedLimit - expandedNodes else { throw tooManyNodes(at: span) }
        guard repeated <= limits.aliasedNodes - aliasedNodes else { throw tooManyAliasedNodes(at: span) }
        guard depth + Int(anchor.height) <= limits.depth else { throw tooDeep(at: span.lowerBound) }
        guard words.count < wordLimit else { throw tooDense(at: span) }
        if frames.top.expectsKey { note(key: tape.text(of: Int(anchor.node)).map { UnsafeRawBufferPointer($0) }) }
        expandedNodes += repeated
        aliasedNodes += repeated
        frames.top.height = max(frames.top.height, Int(anchor.height) + 1)
        frames.top.children += 1
        words.append(NodeWord(aliasOf: Int(anchor.node)))
    }

    /// Counts a node that is added next, and adds its tag.
    @inline(__always)
    private mutating func begin(_ span: Range<Int>, _ tag: UInt16) throws(UnplacedDiagnostic) -> Int {
        guard expandedNodes < expandedLimit else { throw tooManyNodes(at: span) }
        guard words.count < wordLimit else { throw tooDense(at: span) }
        expandedNodes &+= 1
        frames.top.children &+= 1
        let node = words.count
        if depth == 0 { roots.append(UInt32(truncatingIfNeeded: node)) }
        if tag != 0 { words.append(NodeWord(tag: tag, start: span.lowerBound)) }
        return node
    }

    @inline(never)
    private mutating func appendDetailed(
        _ shape: NodeRecord.Shape, _ span: Range<Int>, body: Int, _ text: Range<Int>, isDecoded: Bool
    ) throws(UnplacedDiagnostic) {
        guard scalars.count < limits.capacity.details else { throw tooMuchToNumber(at: span) }
        words.append(NodeWord(scalar: shape, start: body, details: scalars.count, isDecoded: isDecoded))
        scalars.append(
            ScalarDetails(
                end: UInt32(truncatingIfNeeded: span.upperBound), textStart: UInt32(truncatingIfNeeded: text.lowerBound),
                textCount: UInt32(truncatingIfNeeded: text.count)))
    }

    // MARK: Texts and tags

    var decodedCount: Int { decoded.count }

    mutating func appendDecoded(_ bytes: UnsafeRawBufferPointer) {
        bytes.withMemoryRebound(to: UInt8.self) { decoded.append(contentsOf: $0) }
    }

    mutating func appendDecoded(_ byte: UInt8) { decoded.append(byte) }

    mutating func appendDecoded(_ scalar: Unicode.Scalar) {
        for byte in scalar.utf8 { decoded.append(byte) }
    }

    /// The number of a tag, for the nodes that have it.
    mutating func number(
        ofTag name: UnsafeBufferPointer<UInt8>, at offset: Int
    ) throws(UnplacedDiagnostic) -> UInt16 {
        if let number = tags.number(of: name) { return number }
        throw tooManyTags(name.count, at: offset)
    }
}
