/// Walks a plain or quoted scalar as libyaml's scanner does: escapes, doubled quotes, folded lines.
struct FlowScalarWalk {
    private let view: ByteView
    private let content: Range<Int>
    private let shape: NodeRecord.Shape
    private let isJSON: Bool

    init(map: TextMap) {
        view = map.view
        content = map.content
        shape = map.shape
        isJSON = map.isJSON
    }

    func run(_ body: (TextMap.Piece) -> Bool) {
        var offset = content.lowerBound
        while offset < content.upperBound {
            let byte = view[offset]
            let isOpen: Bool
            if breakLength(offset) > 0 || byte.isBlank {
                isOpen = passWhitespace(&offset, isAfterEscapedBreak: false, body)
            } else if shape == .doubleQuoted, byte == .backslash {
                isOpen = passEscape(&offset, body)
            } else if shape == .singleQuoted, byte == UInt8(ascii: "'") {
                isOpen = body(.init(source: offset..<offset + 2, length: 1, isVerbatim: true))
                offset += 2
            } else {
                isOpen = passOrdinary(&offset, body)
            }
            guard isOpen else { return }
        }
    }

    private func breakLength(_ offset: Int) -> Int { isJSON ? 0 : view.breakLength(offset) }

    private func passOrdinary(_ offset: inout Int, _ body: (TextMap.Piece) -> Bool) -> Bool {
        let start = offset
        repeat { offset += 1 } while offset < content.upperBound && isOrdinary(offset)
        return body(.init(source: start..<offset, length: offset - start, isVerbatim: true))
    }

    private func isOrdinary(_ offset: Int) -> Bool {
        let byte = view[offset]
        if byte.isBlank || breakLength(offset) > 0 { return false }
        return !(shape == .doubleQuoted && byte == .backslash) && !(shape == .singleQuoted && byte == UInt8(ascii: "'"))
    }

    /// Passes blanks and line breaks: blanks alone stay, one break gives a space, more give what is behind the first.
    private func passWhitespace(
        _ offset: inout Int, isAfterEscapedBreak: Bool, _ body: (TextMap.Piece) -> Bool
    ) -> Bool {
        let start = offset
        while offset < content.upperBound, view[offset].isBlank { offset += 1 }
        if offset >= content.upperBound || breakLength(offset) == 0, !isAfterEscapedBreak {
            return body(.init(source: start..<offset, length: offset - start, isVerbatim: true))
        }
        var breaks: [Range<Int>] = []
        while offset < content.upperBound {
            let length = breakLength(offset)
            guard length > 0 || view[offset].isBlank else { break }
            if length > 0 { breaks.append(offset..<offset + length) }
            offset += max(length, 1)
        }
        guard !isAfterEscapedBreak else { return pass(breaks[...], body) }
        guard let first = breaks.first else { return true }
        if breaks.count == 1, view.normalizedBreakLength(first) == 1 {
            return body(.init(source: first, length: 1, isVerbatim: false))
        }
        return pass(view.normalizedBreakLength(first) == 1 ? breaks.dropFirst() : breaks[...], body)
    }

    private func pass(_ breaks: ArraySlice<Range<Int>>, _ body: (TextMap.Piece) -> Bool) -> Bool {
        for range in breaks {
            let length = view.normalizedBreakLength(range)
            guard body(.init(source: range, length: length, isVerbatim: length > 1)) else { return false }
        }
        return true
    }

    private func passEscape(_ offset: inout Int, _ body: (TextMap.Piece) -> Bool) -> Bool {
        let start = offset
        let breakLength = breakLength(offset + 1)
        if breakLength > 0 {
            offset += 1 + breakLength
            return passWhitespace(&offset, isAfterEscapedBreak: true, body)
        }
        let (source, text) = escapeLengths(start)
        offset += source
        return body(.init(source: start..<offset, length: text, isVerbatim: false))
    }

    private func escapeLengths(_ start: Int) -> (source: Int, text: Int) {
        switch view[start + 1] {
        case UInt8(ascii: "x"): return (4, textLength(hexadecimal(start + 2, digits: 2)))
        case UInt8(ascii: "u"):
            let first = hexadecimal(start + 2, digits: 4)
            guard first & 0xFC00 == 0xD800, view[start + 6] == .backslash, view[start + 7] == UInt8(ascii: "u"),
                hexadecimal(start + 8, digits: 4) & 0xFC00 == 0xDC00
            else { return (6, textLength(first)) }
            return (12, 4)
        case UInt8(ascii: "U"): return (10, textLength(hexadecimal(start + 2, digits: 8)))
        case UInt8(ascii: "N"), UInt8(ascii: "_"): return (2, 2)
        case UInt8(ascii: "L"), UInt8(ascii: "P"): return (2, 3)
        default: return (2, 1)
        }
    }

    private func hexadecimal(_ start: Int, digits: Int) -> UInt32 {
        (start..<start + digits).reduce(0) { $0 << 4 | (view[$1].hexadecimalValue ?? 0) }
    }

    private func textLength(_ value: UInt32) -> Int {
        Unicode.Scalar(value).map { UTF8.width($0) } ?? 3
    }
}
