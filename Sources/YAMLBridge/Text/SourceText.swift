import Synchronization

/// A text in UTF-8 whose lines are counted when somebody first asks for a place.
final class SourceText: Sendable {
    let bytes: [UInt8]
    let isASCII: Bool
    private let lines = AtomicLazyReference<LineTable>()

    init(bytes: [UInt8], isASCII: Bool) {
        self.bytes = bytes
        self.isASCII = isASCII
    }

    func withView<Result, Failure: Error>(
        _ body: (ByteView) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try bytes.withUnsafeBufferPointer { (buffer) throws(Failure) -> Result in try body(ByteView(buffer)) }
    }

    func position(ofByte offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), bytes.count)
        return withView { view in
            let table = lineTable(view)
            let line = table.line(ofByte: offset)
            let column = table.codePoints(in: Int(table.starts[line])..<offset, of: view) + 1
            return SourcePosition(line: line + 1, column: column)
        }
    }

    func span(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(start: position(ofByte: range.lowerBound), end: position(ofByte: range.upperBound))
    }

    /// The bytes of a line, counted from 1, without its end; empty for a line that is not there.
    func lineRange(_ number: Int) -> Range<Int> {
        withView { view in
            let starts = lineTable(view).starts
            guard number >= 1, number <= starts.count else { return 0..<0 }
            let start = Int(starts[number - 1])
            var end = number < starts.count ? Int(starts[number]) : view.count
            if end > start, number < starts.count, view[end - 1] == .lineFeed { end -= 1 }
            if end > start, number < starts.count, view[end - 1] == .carriageReturn { end -= 1 }
            return start..<end
        }
    }

    var lineCount: Int { withView { lineTable($0).starts.count } }

    /// How many code points a line has, without its end.
    func columnCount(ofLine number: Int) -> Int {
        let range = lineRange(number)
        return withView { lineTable($0).codePoints(in: range, of: $0) }
    }

    /// The bytes of a line's code points, counted from 0.
    func range(ofColumns columns: Range<Int>, inLine number: Int) -> Range<Int> {
        let line = lineRange(number)
        return withView { view in
            let table = lineTable(view)
            let start = table.byte(ofCodePoint: columns.lowerBound, in: line, of: view)
            return start..<max(start, table.byte(ofCodePoint: columns.upperBound, in: line, of: view))
        }
    }

    private func lineTable(_ view: ByteView) -> LineTable {
        lines.load() ?? lines.storeIfNil(LineTable(view, isASCII: isASCII))
    }
}
