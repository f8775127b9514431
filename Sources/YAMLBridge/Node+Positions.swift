extension Node {
    /// Where in the source a byte of the decoded `text` (UTF-8 offset) stands, exact inside quoted and block scalars.
    ///
    /// A folded or escaped character stands where its line break or escape begins. Offsets outside the text are
    /// moved to its ends; a collection's is its start.
    package func position(ofTextOffset offset: Int) -> SourcePosition {
        document.position(ofByte: sourceOffset(ofTextOffset: offset))
    }

    /// Where a stretch of the decoded `text` (UTF-8 offsets) stands in the source.
    package func span(ofText range: Range<Int>) -> SourceSpan {
        let start = sourceOffset(ofTextOffset: range.lowerBound)
        guard !range.isEmpty else { return document.span(ofBytes: start..<start) }
        let last = sourceOffset(ofTextOffset: range.upperBound - 1)
        let next = sourceOffset(ofTextOffset: range.upperBound)
        // Not by the end of the line, which may be 100 MB away.
        let isWithinLine = document.source.withView { view in !(last..<max(last, next)).contains { view[$0].isLineBreak } }
        let end = isWithinLine ? next : document.source.withView { $0.characterEnd(last) }
        return document.span(ofBytes: start..<max(start, end))
    }

    /// The byte in `document.bytes` that a byte of the decoded `text` comes from.
    package func sourceOffset(ofTextOffset offset: Int) -> Int {
        let record = record
        guard record.isScalar else { return record.span.lowerBound }
        let offset = min(max(offset, 0), record.content.count)
        guard record.isDecoded else { return record.content.lowerBound + offset }
        return withTape { tape in
            guard let text = tape.text(of: Int(index)) else { return record.span.lowerBound }
            let view = ByteView(tape.source)
            let map = TextMap(
                view: view, content: Self.contentRange(record, view), shape: record.shape,
                isJSON: document.arena.isJSON)
            return map.source(ofText: offset, text: text)
        }
    }

    /// The scalar's content in the source: without tag, quotes and header line.
    static func contentRange(_ record: NodeRecord, _ view: ByteView) -> Range<Int> {
        var start = record.bodyStart
        var end = record.span.upperBound
        switch record.shape {
        case .singleQuoted, .doubleQuoted:
            start += 1
            end = max(start, end - 1)
        case .literal, .folded:
            start = view.nextYAMLLine(start)
            end = endOfBlock(view, from: end)
        case .plain, .sequence, .mapping: break
        }
        return start..<max(start, end)
    }

    /// Behind the blank lines that may belong to a block scalar's text.
    private static func endOfBlock(_ view: ByteView, from end: Int) -> Int {
        var next = end
        while next < view.count, view[next].isWhitespace { next += 1 }
        return next >= view.count ? view.count : max(end, view.lineStart(next))
    }
}
