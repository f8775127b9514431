extension JSONReader {
    /// Reads a string; `offset` is at its opening quote and ends behind the closing one.
    @inline(__always)
    mutating func readString() throws(UnplacedDiagnostic) {
        let start = offset
        offset += 1
        skipOrdinaryCharacters()
        guard view[offset] == .doubleQuote else { return try readEscapedString(start) }
        offset += 1
        try arena.addScalar(.doubleQuoted, span: start..<offset, text: start + 1..<offset - 1)
    }

    /// Goes to the next quote, backslash, control character, or the end.
    @inline(__always)
    private mutating func skipOrdinaryCharacters() {
        while let word = view.word(at: offset) {
            let hits = word.hits(.doubleQuote) | word.hits(.backslash) | word.hits(below: .space)
            guard hits == 0 else {
                offset += hits.trailingZeroBitCount / 8
                return
            }
            offset += 8
        }
        while offset < view.count {
            let byte = view[offset]
            if byte == .doubleQuote || byte == .backslash || byte < .space { return }
            offset += 1
        }
    }

    private mutating func readEscapedString(_ start: Int) throws(UnplacedDiagnostic) {
        let textStart = arena.decodedCount
        var copied = start + 1
        while true {
            skipOrdinaryCharacters()
            arena.appendDecoded(view.slice(copied..<offset))
            switch view[offset] {
            case .doubleQuote:
                offset += 1
                try arena.addDecodedScalar(.doubleQuoted, span: start..<offset, textStart: textStart)
                return
            case .backslash:
                try readEscape(stringStart: start)
                copied = offset
            default:
                throw offset < view.count ? controlCharacter() : unclosedString(start)
            }
        }
    }

    private mutating func readEscape(stringStart: Int) throws(UnplacedDiagnostic) {
        let escape = offset
        offset += 2
        switch view[escape + 1] {
        case .doubleQuote, .backslash, UInt8(ascii: "/"): arena.appendDecoded(view[escape + 1])
        case UInt8(ascii: "b"): arena.appendDecoded(0x08)
        case UInt8(ascii: "f"): arena.appendDecoded(0x0C)
        case UInt8(ascii: "n"): arena.appendDecoded(.lineFeed)
        case UInt8(ascii: "r"): arena.appendDecoded(.carriageReturn)
        case UInt8(ascii: "t"): arena.appendDecoded(.tab)
        case UInt8(ascii: "u"): arena.appendDecoded(try readUnicodeEscape(escape))
        default:
            throw escape + 1 < view.count ? unknownEscape(escape) : unclosedString(stringStart)
        }
    }

    private mutating func readUnicodeEscape(_ escape: Int) throws(UnplacedDiagnostic) -> Unicode.Scalar {
        guard let first = hexadecimal(escape + 2) else { throw badUnicodeEscape(escape) }
        offset = escape + 6
        if let scalar = Unicode.Scalar(first) { return scalar }
        if first < 0xDC00, view[offset] == .backslash, view[offset + 1] == UInt8(ascii: "u"),
            let second = hexadecimal(offset + 2), second & 0xFC00 == 0xDC00,
            let scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
        {
            offset += 6
            return scalar
        }
        if warnings.count < 20 { warnings.append(loneSurrogate(escape..<offset)) }
        return "\u{FFFD}"
    }

    private func hexadecimal(_ start: Int) -> UInt32? {
        var value: UInt32 = 0
        for index in start..<start + 4 {
            guard let digit = view[index].hexadecimalValue else { return nil }
            value = value << 4 | digit
        }
        return value
    }
}
