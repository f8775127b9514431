/// A view of an arena's words and what belongs to them, for the time of one closure.
struct NodeTape {
    let words: UnsafeBufferPointer<NodeWord>
    let scalars: UnsafeBufferPointer<ScalarDetails>
    let collections: UnsafeBufferPointer<CollectionDetails>
    /// The tables of all large mappings: indices of keys, 0 for a free slot.
    let keySlots: UnsafeBufferPointer<UInt32>
    let decoded: UnsafeBufferPointer<UInt8>
    let source: UnsafeBufferPointer<UInt8>

    @inline(__always)
    subscript(index: Int) -> NodeWord { Self.element(words, index) }

    /// The release build's buffers check nothing by themselves.
    @inline(__always)
    private static func element<Element>(_ buffer: UnsafeBufferPointer<Element>, _ index: Int) -> Element {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: buffer.count))
        return buffer[index]
    }

    // MARK: Walking

    /// The word of the node itself: behind its tag.
    @inline(__always)
    func body(of node: Int) -> Int { self[node].isTag ? node + 1 : node }

    /// The node behind this one and its children.
    @inline(__always)
    func next(after node: Int) -> Int {
        let body = body(of: node)
        let word = self[body]
        guard word.isNode, !word.isScalar else { return body + 1 }
        return wordsEnd(body, word)
    }

    /// What an alias repeats; any other node itself.
    @inline(__always)
    func resolved(_ node: Int) -> Int {
        let word = self[node]
        return word.isAlias ? word.place : node
    }

    private func wordsEnd(_ body: Int, _ word: NodeWord) -> Int {
        word.isDetailed ? Int(details(of: word).wordsEnd) : body + word.words
    }

    private func details(of collection: NodeWord) -> CollectionDetails {
        Self.element(collections, collection.payload)
    }

    /// The words of a collection's children.
    @inline(__always)
    func children(of node: Int) -> Range<Int> {
        let body = body(of: node)
        return body + 1..<max(body + 1, wordsEnd(body, self[body]))
    }

    /// How many children a collection has.
    func childCount(of node: Int) -> Int {
        let word = self[body(of: node)]
        if word.isDetailed {
            let count = Int(details(of: word).count)
            return word.shape == .mapping ? 2 * count : count
        }
        let children = children(of: node)
        var (count, child) = (0, children.lowerBound)
        while child < children.upperBound {
            count += 1
            child = next(after: child)
        }
        return count
    }

    // MARK: Unpacking

    func record(of node: Int) -> NodeRecord {
        let body = body(of: node)
        let word = self[body]
        let tag = body == node ? 0 : self[node].payload
        let start = self[node].place
        guard word.isScalar else {
            let children = children(of: node)
            let end = word.isDetailed ? Int(details(of: word).end) : word.place + word.length
            return NodeRecord(
                shape: word.shape, tag: tag, span: start..<max(start, end), bodyStart: word.place, content: children,
                isDecoded: false)
        }
        let end = word.isDetailed ? Int(Self.element(scalars, word.payload).end) : word.place + word.payload
        return NodeRecord(
            shape: word.shape, tag: tag, span: start..<max(start, end), bodyStart: word.place, content: textRange(word),
            isDecoded: word.isDecoded)
    }

    /// A scalar's text in the source or, when it is decoded, among the decoded bytes.
    @inline(__always)
    private func textRange(_ word: NodeWord) -> Range<Int> {
        if word.isDetailed {
            let details = Self.element(scalars, word.payload)
            return Int(details.textStart)..<Int(details.textStart) + Int(details.textCount)
        }
        let quote = word.shape.isQuoted ? 1 : 0
        let start = word.place + quote
        return start..<max(start, word.place + word.payload - quote)
    }

    /// A scalar's text; `nil` for a collection. The bytes live as long as the arena.
    @inline(__always)
    func text(of node: Int) -> UnsafeBufferPointer<UInt8>? {
        let word = self[body(of: node)]
        guard word.isScalar else { return nil }
        let range = textRange(word)
        let bytes = word.isDecoded ? decoded : source
        precondition(range.upperBound <= bytes.count)
        return UnsafeBufferPointer(rebasing: bytes[range])
    }

    // MARK: Keys

    /// The key's node in a mapping; of duplicates the last one. Behind it stands the value.
    func key(_ wanted: UnsafeBufferPointer<UInt8>, of mapping: Int) -> Int? {
        let word = self[body(of: mapping)]
        if word.isDetailed, details(of: word).slots > 0 { return key(wanted, in: details(of: word)) }
        var found: Int?
        let children = children(of: mapping)
        var key = children.lowerBound
        while key < children.upperBound {
            if isKey(key, wanted) { found = key }
            key = next(after: next(after: key))
        }
        return found
    }

    private func key(_ wanted: UnsafeBufferPointer<UInt8>, in details: CollectionDetails) -> Int? {
        let mask = Int(details.slots) - 1
        var slot = Int(truncatingIfNeeded: KeyTable.hash(wanted)) & mask
        while true {
            let key = Int(Self.element(keySlots, Int(details.table) + slot))
            guard key != 0 else { return nil }
            if isKey(key, wanted) { return key }
            slot = (slot + 1) & mask
        }
    }

    @inline(__always)
    private func isKey(_ key: Int, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let text = text(of: resolved(key)) else { return false }
        return KeyTable.areEqual(text, wanted)
    }
}
