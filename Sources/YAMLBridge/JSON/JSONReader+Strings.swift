extension JSONReader {
    /// Reads a string from its opening quote.
    @inline(__always)
    mutating func readString(_ start: Int) throws(UnplacedDiagnostic) -> Int {
        let end = view.skipOrdinaryCharacters(start + 1)
        guard view[end] == .doubleQuote else { return try readEscapedString(start, firstOther: end) }
        try arena.addScalar(.doubleQuoted, span: start..<end + 1, text: start + 1..<end)
        return end + 1
    }

    @inline(never)
    private mutating func readEscapedString(_ start: Int, firstOther: Int) throws(UnplacedDiagnostic) -> Int {
        let textStart = arena.decodedCount
        var copied = start + 1
        var offset = firstOther
        while true {
            arena.appendDecoded(view.slice(copied..<offset))
            switch view[offset] {
            case .doubleQuote:
                try arena.addDecodedScalar(.doubleQuoted, span: start..<offset + 1, textStart: textStart)
                return offset + 1
            case .backslash:
                copied = try readEscape(offset, stringStart: start)
                offset = view.skipOrdinaryCharacters(copied)
            default:
                throw offset < view.count ? controlCharacter(at: offset) : unclosedString(start)
            }
        }
    }

    private mutating func readEscape(_ escape: Int, stringStart: Int) throws(UnplacedDiagnostic) -> Int {
        switch view[escape + 1] {
        case .doubleQuote, .backslash, UInt8(ascii: "/"): arena.appendDecoded(view[escape + 1])
        case UInt8(ascii: "b"): arena.appendDecoded(0x08)
        case UInt8(ascii: "f"): arena.appendDecoded(0x0C)
        case UInt8(ascii: "n"): arena.appendDecoded(.lineFeed)
        case UInt8(ascii: "r"): arena.appendDecoded(.carriageReturn)
        case UInt8(ascii: "t"): arena.appendDecoded(.tab)
        case UInt8(ascii: "u"): return try readUnicodeEscape(escape)
        default:
            throw escape + 1 < view.count ? unknownEscape(escape) : unclosedString(stringStart)
        }
        return escape + 2
    }

    private mutating func readUnicodeEscape(_ escape: Int) throws(UnplacedDiagnostic) -> Int {
        guard let first = view.hexadecimal(escape + 2) else { throw badUnicodeEscape(escape) }
        let end = escape + 6
        if let scalar = Unicode.Scalar(first) {
            arena.appendDecoded(scalar)
            return end
        }
        if first < 0xDC00, view[end] == .backslash, view[end + 1] == UInt8(ascii: "u"),
            let second = view.hexadecimal(end + 2), second & 0xFC00 == 0xDC00,
            let scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
        {
            arena.appendDecoded(scalar)
            return end + 6
        }
        if warnings.count < 20 { warnings.append(loneSurrogate(escape..<end)) }
        arena.appendDecoded("\u{FFFD}")
        return end
    }
}
