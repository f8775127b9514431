/// Walks a literal or folded block scalar as libyaml's scanner does.
struct BlockScalarWalk {
    private let view: ByteView
    private let content: Range<Int>
    private let isFolded: Bool
    private let indentation: Int

    init(map: TextMap, text: UnsafeBufferPointer<UInt8>) {
        view = map.view
        content = map.content
        isFolded = map.shape == .folded
        indentation = Self.indentation(map, text)
    }

    func run(_ body: (TextMap.Piece) -> Bool) {
        var offset = content.lowerBound
        var lineBreak: Range<Int>?
        var followsBlank = false
        var emptyLines = passEmptyLines(&offset)
        while offset < content.upperBound, column(offset) == indentation {
            let startsBlank = view[offset].isBlank
            if let lineBreak {
                let isPlainBreak = view.normalizedBreakLength(lineBreak) == 1
                if isFolded, isPlainBreak, !followsBlank, !startsBlank {
                    if emptyLines.isEmpty, !body(.init(source: lineBreak, length: 1, isVerbatim: false)) { return }
                } else if !give(lineBreak, body) {
                    return
                }
            }
            for range in emptyLines where !give(range, body) { return }
            followsBlank = startsBlank
            let start = offset
            while offset < content.upperBound, view.breakLength(offset) == 0 { offset += 1 }
            guard body(.init(source: start..<offset, length: offset - start, isVerbatim: true)) else { return }
            let length = view.breakLength(offset)
            lineBreak = length > 0 ? offset..<offset + length : nil
            offset += length
            emptyLines = passEmptyLines(&offset)
        }
        if let lineBreak, !give(lineBreak, body) { return }
        for range in emptyLines where !give(range, body) { return }
    }

    private func give(_ range: Range<Int>, _ body: (TextMap.Piece) -> Bool) -> Bool {
        body(.init(source: range, length: view.normalizedBreakLength(range), isVerbatim: false))
    }

    /// Passes lines with nothing in them and the next line's indentation.
    private func passEmptyLines(_ offset: inout Int) -> [Range<Int>] {
        var breaks: [Range<Int>] = []
        while offset < content.upperBound {
            while column(offset) < indentation, view[offset] == .space { offset += 1 }
            let length = view.breakLength(offset)
            guard length > 0 else { break }
            breaks.append(offset..<offset + length)
            offset += length
        }
        return breaks
    }

    private func column(_ offset: Int) -> Int {
        var start = offset
        while start > content.lowerBound, offset - start <= indentation, !view.endsBreak(start) { start -= 1 }
        return offset - start
    }

    /// The source's leading spaces on the first line with content, less those that the text keeps.
    private static func indentation(_ map: TextMap, _ text: UnsafeBufferPointer<UInt8>) -> Int {
        let view = map.view
        var kept = 0
        var line = map.content.lowerBound
        while kept < text.count, text[kept] == .lineFeed {
            kept += 1
            line = view.nextLine(line)
        }
        guard kept < text.count else { return .max }
        let spaces = text[kept...].prefix { $0 == .space }.count
        var offset = line
        while view[offset] == .space { offset += 1 }
        return max(0, offset - line - spaces)
    }
}
