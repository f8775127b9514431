import CYAML

/// Reads YAML through libyaml's events into the arena.
struct YAMLReader: ~Copyable {
    let view: ByteView
    var arena: ArenaBuilder
    var cursor: CodePointCursor
    private var anchors: [String: Anchor] = [:]
    /// Anchors of the open collections, from outside to inside; `nil` for one without.
    private var openAnchors = ContiguousArray<String?>()
    private var openBrackets = GrowingBuffer<UInt8>()
    /// Behind the last node that was read: where a block collection ends.
    private var lastEnd = 0

    private enum Anchor {
        case open(at: Range<Int>)
        case closed(ArenaBuilder.Anchor)
    }

    init(view: ByteView, isASCII: Bool, limits: ParseLimits) {
        self.view = view
        arena = ArenaBuilder(view: view, limits: limits)
        cursor = CodePointCursor(view: view, isASCII: isASCII)
    }

    mutating func read() throws(UnplacedDiagnostic) {
        try checkDirectives()
        let parser = LibyamlParser(view, isASCII: cursor.isASCII)
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
            case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: closeCollection(event)
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

        let node: Int32
        switch data.style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE:
            node = try addScalar(.singleQuoted, spanStart..<end, content + 1..<max(content + 1, end - 1), value, tag)
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
            node = try addScalar(.doubleQuoted, spanStart..<end, content + 1..<max(content + 1, end - 1), value, tag)
        case YAML_LITERAL_SCALAR_STYLE:
            node = try addBlockScalar(.literal, spanStart..<view.blockScalarEnd(from: content, to: end), value, tag)
        case YAML_FOLDED_SCALAR_STYLE:
            node = try addBlockScalar(.folded, spanStart..<view.blockScalarEnd(from: content, to: end), value, tag)
        default:
            if value.isEmpty, !hasProperties {
                let place = view.emptyScalarPlace(start, after: lastEnd)
                node = try addScalar(.plain, place..<place, place..<place, value, tag)
            } else {
                node = try addScalar(.plain, spanStart..<end, content..<end, value, tag)
            }
        }
        if let name = data.anchor {
            anchors[Self.string(name)] = .closed(.init(node: node, expandedNodes: 1, height: 0))
        }
    }

    @inline(__always)
    private mutating func addScalar(
        _ shape: NodeRecord.Shape, _ span: Range<Int>, _ source: Range<Int>, _ value: UnsafeRawBufferPointer,
        _ tag: UInt16
    ) throws(UnplacedDiagnostic) -> Int32 {
        lastEnd = span.upperBound
        if source.count == value.count, view.equals(value, at: source.lowerBound) {
            return try arena.addScalar(shape, span: span, text: source, tag: tag)
        }
        return try addBlockScalar(shape, span, value, tag)
    }

    private mutating func addBlockScalar(
        _ shape: NodeRecord.Shape, _ span: Range<Int>, _ value: UnsafeRawBufferPointer, _ tag: UInt16
    ) throws(UnplacedDiagnostic) -> Int32 {
        lastEnd = span.upperBound
        let textStart = arena.decodedCount
        arena.appendDecoded(value)
        return try arena.addDecodedScalar(shape, span: span, textStart: textStart, tag: tag)
    }

    private mutating func number(
        ofTag name: UnsafePointer<yaml_char_t>, at offset: Int
    ) throws(UnplacedDiagnostic) -> UInt16 {
        try arena.number(ofTag: UnsafeBufferPointer(start: name, count: strlen(UnsafeRawPointer(name))), at: offset)
    }

    private static func string(_ name: UnsafePointer<yaml_char_t>) -> String { String(cString: name) }

    // MARK: Collections

    private mutating func openCollection(
        _ event: UnsafePointer<yaml_event_t>, _ shape: NodeRecord.Shape, anchor: UnsafePointer<yaml_char_t>?,
        tag: UnsafePointer<yaml_char_t>?, bracket: UInt8
    ) throws(UnplacedDiagnostic) {
        let start = cursor.byte(ofCodePoint: event.pointee.start_mark.index)
        var spanStart = start
        var content = start
        if anchor != nil || tag != nil { (spanStart, content) = view.skipProperties(from: start, to: view.count) }
        var number: UInt16 = 0
        if let tag { number = try self.number(ofTag: tag, at: start) }
        _ = try arena.open(shape, start: spanStart, tag: number)
        lastEnd = content
        openBrackets.append(view[content] == bracket ? bracket : 0)
        let name = anchor.map { Self.string($0) }
        if let name { anchors[name] = .open(at: start..<view.anchorEnd(from: start)) }
        openAnchors.append(name)
    }

    private mutating func closeCollection(_ event: UnsafePointer<yaml_event_t>) {
        if let bracket = openBrackets.last {
            openBrackets.removeLast()
            if bracket != 0 { lastEnd = cursor.byte(ofCodePoint: event.pointee.end_mark.index) }
        }
        let closed = arena.close(end: lastEnd)
        if let name = openAnchors.popLast() ?? nil, let closed { anchors[name] = .closed(closed) }
    }

    private mutating func readAlias(_ event: UnsafePointer<yaml_event_t>) throws(UnplacedDiagnostic) {
        let start = cursor.byte(ofCodePoint: event.pointee.start_mark.index)
        let end = cursor.byte(ofCodePoint: event.pointee.end_mark.index)
        let anchor: UnsafeMutablePointer<yaml_char_t>? = event.pointee.data.alias.anchor
        let name = anchor.map { Self.string($0) } ?? ""
        switch anchors[name] {
        case .closed(let anchor):
            try arena.addAlias(anchor, at: start..<end)
        case .open(let range):
            throw UnplacedDiagnostic(
                code: .cyclicAlias, "`*\(name)` stands inside the very thing that `&\(name)` names",
                help: "an alias can repeat only what is complete before it", at: start..<end,
                related: [.init(message: "`&\(name)` begins here", range: range)])
        case nil:
            throw UnplacedDiagnostic(
                code: .undefinedAlias, "nothing before this place is named `&\(name)`",
                help: "define the anchor first; if the text starts with an asterisk, quote it: '*\(name)'",
                at: start..<end)
        }
        lastEnd = end
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
