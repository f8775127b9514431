import CYAML

/// Reads YAML through libyaml's events into the arena.
struct YAMLReader: ~Copyable {
    let view: ByteView
    var arena: ArenaBuilder
    var cursor: CodePointCursor
    private let lendsText: Bool
    private var anchors = AnchorTable()
    /// Anchors of the open collections, from outside to inside; 0 for one without.
    private var openAnchors = GrowingBuffer<Int>()
    private var openBrackets = GrowingBuffer<UInt8>()
    /// Behind the last node that was read: where a block collection ends.
    private var lastEnd = 0

    /// - Parameter lendsText: whether libyaml may have a copy of the text, which is faster.
    init(view: ByteView, isASCII: Bool, lendsText: Bool, limits: ParseLimits) {
        self.view = view
        self.lendsText = lendsText
        arena = ArenaBuilder(view: view, limits: limits)
        cursor = CodePointCursor(view: view, isASCII: isASCII)
    }

    mutating func read() throws(UnplacedDiagnostic) {
        try checkDirectives()
        let parser = LibyamlParser(view, isASCII: cursor.isASCII, lendsText: lendsText)
        while let event = parser.next() {
            switch event.pointee.type {
            case YAML_SCALAR_EVENT: try readScalar(event)
            case YAML_ALIAS_EVENT: try readAlias(event)
            case YAML_MAPPING_START_EVENT:
                let data = event.pointee.data.mapping_start
                try openCollection(event, .mapping, anchor: data.anchor, tag: data.tag, bracket: UInt8(ascii: "{"))
            case YAML_SEQUENCE_START_EVENT:
                let data = event.pointee.data.sequence_start
                try openCollection(event, .sequence, anchor: data.anchor, tag: data.tag, bracket: UInt8(ascii: "["))
            case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: try closeCollection(event)
            case YAML_DOCUMENT_START_EVENT: anchors.removeAll()
            case YAML_STREAM_END_EVENT: return
            default: break
            }
        }
        throw explain(parser.problem)
    }

    consuming func finish() -> TextReader.Reading {
        let warnings = arena.duplicates.sorted()
        return TextReader.Reading(arena: arena.finish(isJSON: false), warnings: warnings)
    }

    // MARK: Scalars

    @inline(__always)
    private mutating func readScalar(_ event: UnsafePointer<yaml_event_t>) throws(UnplacedDiagnostic) {
        let data = event.pointee.data.scalar
        let start = cursor.byte(ofCodePoint: event.pointee.start_mark.index)
        let end = max(start, cursor.byte(ofCodePoint: event.pointee.end_mark.index))
        let value = UnsafeRawBufferPointer(start: data.value, count: data.length)
        let hasProperties = data.anchor != nil || data.tag != nil
        var spanStart = start
        var content = start
        if hasProperties { (spanStart, content) = view.skipProperties(from: start, to: end) }
        var tag: UInt16 = 0
        if let name = data.tag { tag = try number(ofTag: name, at: start) }

        let node: Int
        switch data.style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE:
            node = try addScalar(.singleQuoted, spanStart..<end, content + 1..<max(content + 1, end - 1), value, tag)
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
            node = try addScalar(.doubleQuoted, spanStart..<end, content + 1..<max(content + 1, end - 1), value, tag)
        case YAML_LITERAL_SCALAR_STYLE:
            node = try addDecodedScalar(.literal, spanStart..<view.blockScalarEnd(from: content, to: end), content, value, tag)
        case YAML_FOLDED_SCALAR_STYLE:
            node = try addDecodedScalar(.folded, spanStart..<view.blockScalarEnd(from: content, to: end), content, value, tag)
        default:
            if value.isEmpty, !hasProperties {
                let place = view.emptyScalarPlace(start, after: lastEnd)
                node = try addScalar(.plain, place..<place, place..<place, value, tag)
            } else {
                node = try addScalar(.plain, spanStart..<end, content..<end, value, tag)
            }
        }
        if let name = data.anchor {
            _ = try define(name, .closed(.init(node: node, expandedNodes: 1, height: 0)), at: start)
        }
    }

    @inline(__always)
    private mutating func addScalar(
        _ shape: NodeRecord.Shape, _ span: Range<Int>, _ source: Range<Int>, _ value: UnsafeRawBufferPointer,
        _ tag: UInt16
    ) throws(UnplacedDiagnostic) -> Int {
        if source.count == value.count, view.equals(value, at: source.lowerBound) {
            lastEnd = span.upperBound
            return try arena.addScalar(shape, span: span, text: source, tag: tag)
        }
        return try addDecodedScalar(shape, span, source.lowerBound - (shape.isQuoted ? 1 : 0), value, tag)
    }

    private mutating func addDecodedScalar(
        _ shape: NodeRecord.Shape, _ span: Range<Int>, _ body: Int, _ value: UnsafeRawBufferPointer, _ tag: UInt16
    ) throws(UnplacedDiagnostic) -> Int {
        lastEnd = span.upperBound
        let textStart = arena.decodedCount
        arena.appendDecoded(value)
        return try arena.addDecodedScalar(shape, span: span, body: body, textStart: textStart, tag: tag)
    }

    private mutating func number(
        ofTag name: UnsafePointer<yaml_char_t>, at offset: Int
    ) throws(UnplacedDiagnostic) -> UInt16 {
        try arena.number(ofTag: Self.name(name), at: offset)
    }

    /// The number of the anchor.
    private mutating func define(
        _ anchor: UnsafePointer<yaml_char_t>, _ state: AnchorTable.State, at offset: Int
    ) throws(UnplacedDiagnostic) -> Int {
        if let number = anchors.set(Self.name(anchor), state) { return number }
        throw UnplacedDiagnostic(
            code: .limit, "the document has more than \(AnchorTable.most) different anchors",
            help: "templates have a dozen; is this the right file?", at: offset..<view.characterEnd(offset))
    }

    private static func name(_ characters: UnsafePointer<yaml_char_t>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: characters, count: strlen(UnsafeRawPointer(characters)))
    }

    // MARK: Collections

    private mutating func openCollection(
        _ event: UnsafePointer<yaml_event_t>, _ shape: NodeRecord.Shape, anchor: UnsafePointer<yaml_char_t>?,
        tag: UnsafePointer<yaml_char_t>?, bracket: UInt8
    ) throws(UnplacedDiagnostic) {
        let start = cursor.byte(ofCodePoint: event.pointee.start_mark.index)
        var spanStart = start
        var content = start
        if anchor != nil || tag != nil { (spanStart, content) = view.skipProperties(from: start, to: view.count) }
        var tagNumber: UInt16 = 0
        if let tag { tagNumber = try number(ofTag: tag, at: start) }
        try arena.open(shape, start: spanStart, tag: tagNumber)
        lastEnd = content
        openBrackets.append(view[content] == bracket ? bracket : 0)
        let open = AnchorTable.State.open(at: UInt32(truncatingIfNeeded: start))
        var number = 0
        if let anchor { number = try define(anchor, open, at: start) }
        openAnchors.append(number)
    }

    private mutating func closeCollection(_ event: UnsafePointer<yaml_event_t>) throws(UnplacedDiagnostic) {
        if let bracket = openBrackets.last {
            openBrackets.removeLast()
            if bracket != 0 { lastEnd = cursor.byte(ofCodePoint: event.pointee.end_mark.index) }
        }
        let closed = try arena.close(end: lastEnd)
        guard let anchor = openAnchors.last else { return }
        openAnchors.removeLast()
        if anchor > 0, let closed { anchors.update(anchor, .closed(closed)) }
    }

    private mutating func readAlias(_ event: UnsafePointer<yaml_event_t>) throws(UnplacedDiagnostic) {
        let start = cursor.byte(ofCodePoint: event.pointee.start_mark.index)
        let end = cursor.byte(ofCodePoint: event.pointee.end_mark.index)
        let anchor: UnsafeMutablePointer<yaml_char_t>? = event.pointee.data.alias.anchor
        guard let anchor, let state = anchors[Self.name(anchor)] else {
            let name = view.text(start + 1..<end, limit: 80)
            throw UnplacedDiagnostic(
                code: .undefinedAlias, "nothing before this place is named `&\(name)`",
                help: "define the anchor first; if the text starts with an asterisk, quote it: '*\(name)'",
                at: start..<end)
        }
        switch state {
        case .closed(let anchor): try arena.addAlias(anchor, at: start..<end)
        case .open(let place): throw cyclicAlias(start..<end, anchoredAt: Int(place))
        }
        lastEnd = end
    }

    private func cyclicAlias(_ alias: Range<Int>, anchoredAt start: Int) -> UnplacedDiagnostic {
        let name = view.text(alias.lowerBound + 1..<alias.upperBound, limit: 80)
        return UnplacedDiagnostic(
            code: .cyclicAlias, "`*\(name)` stands inside the very thing that `&\(name)` names",
            help: "an alias can repeat only what is complete before it", at: alias,
            related: [.init(message: "`&\(name)` begins here", range: start..<view.anchorEnd(from: start))])
    }

    // MARK: Bounds

    /// libyaml compares every directive with all others.
    private func checkDirectives() throws(UnplacedDiagnostic) {
        let most = 64
        var count = 0
        var offset = 0
        while let found = view.firstOffset(of: UInt8(ascii: "%"), from: offset) {
            offset = found + 1
            guard found == 0 || view[found - 1].isLineBreak else { continue }
            count += 1
            guard count <= most else {
                throw UnplacedDiagnostic(
                    code: .limit, "more than \(most) lines start with '%'",
                    help: "is this a YAML file? its directives start like that, and none needs so many",
                    at: found..<view.lineEnd(found))
            }
        }
    }
}
