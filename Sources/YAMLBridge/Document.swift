/// A YAML or JSON text as an arena of nodes with exact spans.
///
/// Immutable once read, so it may be shared between threads.
package final class Document: Sendable {
    /// The path as it was given to `parse`.
    package let path: String
    /// What was odd but did not stop the reading: duplicate keys, replaced bytes.
    package let warnings: [ParseDiagnostic]
    let source: SourceText
    let arena: Arena

    init(path: String, source: SourceText, arena: Arena, warnings: [ParseDiagnostic]) {
        self.path = path
        self.source = source
        self.arena = arena
        self.warnings = warnings
    }

    /// The text in UTF-8, without a byte order mark.
    package var bytes: [UInt8] { source.bytes }

    /// The first document's root; `nil` for an empty text.
    package var root: Node? { arena.roots.elements.first.map { Node(document: self, index: $0) } }

    /// The roots of all documents in the stream.
    package var roots: [Node] { arena.roots.elements.map { Node(document: self, index: $0) } }

    /// The text of a line without its end; empty for a line that is not there.
    ///
    /// A line may be the whole of a large text: for a part of it there is `lineText(_:columns:)`.
    package func lineText(_ number: Int) -> String {
        String(decoding: bytes[source.lineRange(number)], as: UTF8.self)
    }

    /// Some of a line's code points, counted from 0, as far as they are there.
    package func lineText(_ number: Int, columns: Range<Int>) -> String {
        String(decoding: bytes[source.range(ofColumns: columns, inLine: number)], as: UTF8.self)
    }

    /// How many code points a line has without its end; 0 for a line that is not there.
    package func columnCount(ofLine number: Int) -> Int { source.columnCount(ofLine: number) }

    /// How many lines there are; a line end at the end of the text starts one more.
    package var lineCount: Int { source.lineCount }

    /// Where a byte of `bytes` stands; an offset outside is moved to the nearest end.
    package func position(ofByte offset: Int) -> SourcePosition { source.position(ofByte: offset) }

    /// Where a stretch of `bytes` stands.
    package func span(ofBytes range: Range<Int>) -> SourceSpan { source.span(range) }

    /// Reads a text.
    ///
    /// JSON goes through its own scanner, YAML through libyaml: a path that ends in `.json` is JSON, one in `.tf`, `.tofu`
    /// or `.hcl` is Terraform's language, of which the skeleton is read (`HCLReader`), and any other text is tried as JSON when it
    /// starts with `{` or `[` and is YAML else.
    ///
    /// - Throws: a located `ParseError` for the first thing that is wrong.
    package static func parse(
        _ bytes: [UInt8], path: String, limits: ParseLimits = .default
    ) throws(ParseError) -> Document {
        try checkSize(bytes.count, path, limits)
        let (source, encodingWarnings) = TextDecoder.decode(bytes)
        // Each byte that is no text may have become three.
        let hasGrown = source.bytes.count > bytes.count
        if hasGrown { try checkSize(source.bytes.count, path, limits) }
        do {
            let reading = try source.withView { (view) throws(UnplacedDiagnostic) in
                try TextReader(
                    view: view, isASCII: source.isASCII, lendsText: !hasGrown, path: path, limits: limits
                ).read()
            }
            let warnings = encodingWarnings + reading.warnings
            return Document(
                path: path, source: source, arena: reading.arena, warnings: warnings.map { $0.placed(in: source) })
        } catch {
            throw ParseError(path: path, diagnostic: error.placed(in: source))
        }
    }

    /// A text that is not read, for its lines and places: a document without roots.
    package static func unread(_ bytes: [UInt8], path: String) -> Document {
        let (source, _) = TextDecoder.decode(bytes)
        let nothing = ArenaBuilder(view: ByteView(UnsafeBufferPointer(start: nil, count: 0)), limits: .default)
        return Document(path: path, source: source, arena: nothing.finish(isJSON: false), warnings: [])
    }

    private static func checkSize(_ count: Int, _ path: String, _ limits: ParseLimits) throws(ParseError) {
        let longest = min(limits.bytes, limits.capacity.bytes)
        guard count > longest else { return }
        let start = SourcePosition(line: 1, column: 1)
        throw ParseError(
            path: path,
            diagnostic: ParseDiagnostic(
                severity: .error, code: .limit,
                message: "the text has \(count) bytes, more than the \(longest) that are read",
                help: "a template has at most 1 MB; is this the right file?",
                span: SourceSpan(start: start, end: start)))
    }
}
