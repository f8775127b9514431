/// Collects nodes in the order of the text; both readers build through it, and it keeps every bound.
///
/// Not copyable, since a copy of its arrays by accident costs more than all the reading.
struct ArenaBuilder: ~Copyable {
    /// A collection that is not closed yet.
    struct Frame: BitwiseCopyable {
        let node: Int32
        let firstPending: Int
        let expandedBefore: Int
        /// Levels of collections below this one.
        var height: Int
    }

    /// What an alias stands for.
    struct Anchor {
        let node: Int32
        let expandedNodes: Int
        /// Levels of collections, 0 for a scalar.
        let height: Int
    }

    let view: ByteView
    let limits: ParseLimits
    private let expandedLimit: Int
    private var records: GrowingBuffer<NodeRecord>
    private var links: GrowingBuffer<Int32>
    private var decoded = GrowingBuffer<UInt8>()
    private var pending = GrowingBuffer<Int32>()
    private var frames = GrowingBuffer<Frame>()
    /// What tells most keys of a small mapping apart at a glance.
    private var signatures = GrowingBuffer<UInt64>()
    private var roots: [Int32] = []
    private var tags = TagTable()
    private var expandedNodes = 0
    private(set) var duplicates = DuplicateKeys()

    init(view: ByteView, limits: ParseLimits) {
        self.view = view
        self.limits = limits
        expandedLimit = min(limits.expandedNodes, 1 << 28)
        let nodes = min(view.count / 16, expandedLimit) + 8
        records = GrowingBuffer(capacity: nodes)
        links = GrowingBuffer(capacity: nodes)
    }

    var depth: Int { frames.count }

    consuming func finish(isJSON: Bool) -> Arena {
        Arena(
            records: records.freeze(), links: links.freeze(), decoded: decoded.freeze(), tags: tags.names, roots: roots,
            isJSON: isJSON)
    }

    /// Where the node's first child starts, for a message about an open collection.
    func start(of node: Int32) -> Int { Int(records[Int(node)].start) }

    // MARK: Nodes

    /// Adds a scalar whose text stands in the source as it is.
    @inline(__always)
    @discardableResult
    mutating func addScalar(
        _ shape: NodeRecord.Shape, span: Range<Int>, text: Range<Int>, tag: UInt16 = 0
    ) throws(UnplacedDiagnostic) -> Int32 {
        try add(
            NodeRecord(
                start: UInt32(truncatingIfNeeded: span.lowerBound), end: UInt32(truncatingIfNeeded: span.upperBound),
                contentStart: UInt32(truncatingIfNeeded: text.lowerBound),
                contentCount: UInt32(truncatingIfNeeded: text.count), tag: tag, shape: shape, isDecoded: false))
    }

    /// Adds a scalar whose text has been decoded with `appendDecoded` since `decodedCount` was `textStart`.
    @discardableResult
    mutating func addDecodedScalar(
        _ shape: NodeRecord.Shape, span: Range<Int>, textStart: Int, tag: UInt16 = 0
    ) throws(UnplacedDiagnostic) -> Int32 {
        try add(
            NodeRecord(
                start: UInt32(truncatingIfNeeded: span.lowerBound), end: UInt32(truncatingIfNeeded: span.upperBound),
                contentStart: UInt32(truncatingIfNeeded: textStart),
                contentCount: UInt32(truncatingIfNeeded: decoded.count - textStart), tag: tag, shape: shape,
                isDecoded: true))
    }

    /// Opens a sequence or mapping; its end is known when it is closed.
    mutating func open(
        _ shape: NodeRecord.Shape, start: Int, tag: UInt16 = 0
    ) throws(UnplacedDiagnostic) -> Int32 {
        guard frames.count < limits.depth else { throw tooDeep(at: start) }
        let before = expandedNodes
        let node = try add(
            NodeRecord(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: start), contentStart: 0,
                contentCount: 0, tag: tag, shape: shape, isDecoded: false))
        frames.append(Frame(node: node, firstPending: pending.count, expandedBefore: before, height: 1))
        return node
    }

    /// Closes the collection that was opened last.
    @discardableResult
    mutating func close(end: Int) -> Anchor? {
        guard let frame = frames.last else { return nil }
        frames.removeLast()
        let node = Int(frame.node)
        let children = pending.count - frame.firstPending
        let firstLink = links.count
        links.append(contentsOf: UnsafeBufferPointer(rebasing: pending.elements[frame.firstPending...]))
        pending.removeLast(children)
        let isMapping = records[node].shape == .mapping
        records[node].contentStart = UInt32(truncatingIfNeeded: firstLink)
        records[node].contentCount = UInt32(truncatingIfNeeded: isMapping ? children / 2 : children)
        records[node].end = UInt32(truncatingIfNeeded: max(end, Int(records[node].start)))
        if isMapping { indexKeys(firstLink: firstLink, entries: children / 2) }
        raiseHeight(frame.height + 1)
        return Anchor(
            node: frame.node, expandedNodes: expandedNodes - frame.expandedBefore, height: frame.height)
    }

    /// Adds a node that is there already once more.
    mutating func addAlias(_ anchor: Anchor, at span: Range<Int>) throws(UnplacedDiagnostic) {
        let (total, overflow) = expandedNodes.addingReportingOverflow(anchor.expandedNodes)
        guard !overflow, total <= expandedLimit else { throw tooManyNodes(at: span) }
        guard total - records.count <= limits.aliasedNodes else { throw tooManyAliasedNodes(at: span) }
        guard frames.count + anchor.height <= limits.depth else { throw tooDeep(at: span.lowerBound) }
        expandedNodes = total
        raiseHeight(anchor.height + 1)
        attach(anchor.node)
    }

    @inline(__always)
    private mutating func add(_ record: NodeRecord) throws(UnplacedDiagnostic) -> Int32 {
        guard expandedNodes < expandedLimit else { throw tooManyNodes(at: Int(record.start)..<Int(record.end)) }
        expandedNodes &+= 1
        let node = Int32(truncatingIfNeeded: records.count)
        records.append(record)
        attach(node)
        return node
    }

    @inline(__always)
    private mutating func attach(_ node: Int32) {
        if frames.count == 0 { roots.append(node) } else { pending.append(node) }
    }

    private mutating func raiseHeight(_ height: Int) {
        let last = frames.count - 1
        guard last >= 0, frames[last].height < height else { return }
        frames[last].height = height
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

    /// The number of a tag for `NodeRecord.tag`.
    mutating func number(
        ofTag name: UnsafeBufferPointer<UInt8>, at offset: Int
    ) throws(UnplacedDiagnostic) -> UInt16 {
        if let number = tags.number(of: name) { return number }
        throw UnplacedDiagnostic(
            code: .limit, "the text has more than \(TagTable.most) different tags", at: offset..<offset)
    }

    // MARK: Keys

    private mutating func indexKeys(firstLink: Int, entries: Int) {
        guard entries > 1 else { return }
        if KeyTable.isKept(entries: entries) {
            buildTable(firstLink: firstLink, entries: entries)
        } else {
            compareKeys(firstLink: firstLink, entries: entries)
        }
    }

    private mutating func compareKeys(firstLink: Int, entries: Int) {
        signatures.removeLast(signatures.count)
        for entry in 0..<entries {
            let signature = signature(of: links[firstLink + 2 * entry])
            var earlier = entry - 1
            while earlier >= 0 {
                if signatures[earlier] == signature,
                    areSameKey(links[firstLink + 2 * entry], links[firstLink + 2 * earlier])
                {
                    noteDuplicate(links[firstLink + 2 * entry], of: links[firstLink + 2 * earlier])
                    break
                }
                earlier -= 1
            }
            signatures.append(signature)
        }
    }

    /// Length and three bytes of a key's text.
    @inline(__always)
    private func signature(of key: Int32) -> UInt64 {
        let record = records[Int(key)]
        let count = Int(record.contentCount)
        guard record.isScalar, count > 0 else { return 0 }
        let start = Int(record.contentStart)
        let places = (start, start + count / 2, start + count - 1)
        let bytes =
            record.isDecoded
            ? (decoded[places.0], decoded[places.1], decoded[places.2])
            : (view[places.0], view[places.1], view[places.2])
        return UInt64(count) << 24 | UInt64(bytes.0) << 16 | UInt64(bytes.1) << 8 | UInt64(bytes.2)
    }

    private mutating func buildTable(firstLink: Int, entries: Int) {
        let table = links.count
        let slots = KeyTable.slots(entries: entries)
        links.append(repeating: -1, count: slots)
        for entry in 0..<entries {
            let key = links[firstLink + 2 * entry]
            guard records[Int(key)].isScalar else { continue }
            var slot = Int(truncatingIfNeeded: withText(of: key, KeyTable.hash)) & (slots - 1)
            while links[table + slot] >= 0 {
                let earlier = links[firstLink + 2 * Int(links[table + slot])]
                if areSameKey(key, earlier) {
                    noteDuplicate(key, of: earlier)
                    break
                }
                slot = (slot + 1) & (slots - 1)
            }
            links[table + slot] = Int32(truncatingIfNeeded: entry)
        }
    }

    private func areSameKey(_ left: Int32, _ right: Int32) -> Bool {
        let (first, second) = (records[Int(left)], records[Int(right)])
        guard first.isScalar, second.isScalar, first.contentCount == second.contentCount else { return false }
        guard first.isDecoded || second.isDecoded else {
            let start = Int(second.contentStart)
            let text = view.slice(start..<start + Int(second.contentCount))
            return view.equals(text, at: Int(first.contentStart))
        }
        return withText(of: left) { text in withText(of: right) { KeyTable.areEqual(text, $0) } }
    }

    private mutating func noteDuplicate(_ later: Int32, of earlier: Int32) {
        let record = records[Int(later)]
        let isMerge = record.shape == .plain && withText(of: later) { $0.elementsEqual("<<".utf8) }
        guard !isMerge else { return }
        duplicates.note(
            name: withText(of: later) { String(decoding: $0.prefix(80), as: UTF8.self) },
            earlier: range(of: earlier), later: range(of: later))
    }

    private func range(of node: Int32) -> Range<Int> {
        Int(records[Int(node)].start)..<Int(records[Int(node)].end)
    }

    private func withText<Result>(of node: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let record = records[Int(node)]
        let range = Int(record.contentStart)..<Int(record.contentStart) + Int(record.contentCount)
        guard record.isDecoded else { return view.slice(range).withMemoryRebound(to: UInt8.self, body) }
        return body(UnsafeBufferPointer(rebasing: decoded.elements[range]))
    }

    // MARK: Bounds

    func tooDeep(at offset: Int) -> UnplacedDiagnostic {
        UnplacedDiagnostic(
            code: .limit, "lists and maps are nested deeper than \(limits.depth) levels here",
            help: "templates need a dozen levels; is this the right file?", at: offset..<view.characterEnd(offset))
    }

    private func tooManyAliasedNodes(at range: Range<Int>) -> UnplacedDiagnostic {
        UnplacedDiagnostic(
            code: .limit, "aliases repeat more than \(limits.aliasedNodes) nodes up to here",
            help: "aliases that hold aliases multiply: write the repeated part once, or split the file", at: range)
    }

    private func tooManyNodes(at range: Range<Int>) -> UnplacedDiagnostic {
        UnplacedDiagnostic(
            code: .limit, "the text stands for more than \(limits.expandedNodes) nodes, aliases followed",
            help: "split the file", at: range)
    }
}
