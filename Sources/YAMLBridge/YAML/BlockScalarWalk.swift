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
        var (emptyLines, column) = passEmptyLines(&offset)
        while offset < content.upperBound, column == indentation {
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
            (emptyLines, column) = passEmptyLines(&offset)
        }
        if let lineBreak, !give(lineBreak, body) { return }
        for range in emptyLines where !give(range, body) { return }
    }

    private func give(_ range: Range<Int>, _ body: (TextMap.Piece) -> Bool) -> Bool {
        body(.init(source: range, length: view.normalizedBreakLength(range), isVerbatim: view.normalizedBreakLength(range) > 1))
    }

    /// Passes lines with nothing in them and the next line's indentation, from the start of a line.
    private func passEmptyLines(_ offset: inout Int) -> (breaks: [Range<Int>], column: Int) {
        var breaks: [Range<Int>] = []
        var column = 0
        while offset < content.upperBound {
            column = 0
            while column < indentation, view[offset] == .space {
                column += 1
                offset += 1
            }
            let length = view.breakLength(offset)
            guard length > 0 else { break }
            breaks.append(offset..<offset + length)
            offset += length
        }
        return (breaks, column)
    }

    /// The source's leading spaces on the first line with content, less those that the text keeps.
    private static func indentation(_ map: TextMap, _ text: UnsafeBufferPointer<UInt8>) -> Int {
        let view = map.view
        var kept = 0
        var line = map.content.lowerBound
        while kept < text.count, let length = breakLength(text, kept) {
            kept += length
            line = view.nextYAMLLine(line)
        }
        guard kept < text.count else { return .max }
        let spaces = text[kept...].prefix { $0 == .space }.count
        var offset = line
        while view[offset] == .space { offset += 1 }
        return max(0, offset - line - spaces)
    }

    private static func breakLength(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int? {
        let length = ByteView(text).breakLength(offset)
        return length > 0 ? length : nil
    }
}
