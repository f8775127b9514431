/// The literal text and the `${ }` sequences of a text as it is written.
package enum WrittenText {
    package enum Token {
        /// Bytes that stand in the text as they are written; at most one line.
        case literal(Range<Int>)
        /// `${ }`, from its dollar sign to its closing brace.
        case sequence(Range<Int>)
    }

    private static let dollar = UInt8(ascii: "$")
    private static let brace = UInt8(ascii: "{")
    private static let lineBreak = UInt8(ascii: "\n")

    /// The tokens of a heredoc's lines, or of a whole text; `nil` where the text says more than sequences do: directives,
    /// `~`, `${!name}`.
    package static func tokens(of written: [UInt8]) -> [Token]? {
        guard written.starts(with: Array("<<".utf8)) else { return tokens(of: written, in: 0..<written.count, indentation: 0) }
        guard let header = written.firstIndex(of: lineBreak) else { return nil }
        let isIndented = written[2] == UInt8(ascii: "-")
        let name = written[(isIndented ? 3 : 2)..<header].filter { $0 > UInt8(ascii: " ") }
        guard let end = Self.end(of: name, in: written, from: header + 1) else { return nil }
        let body = header + 1..<end
        return tokens(of: written, in: body, indentation: isIndented ? indentation(of: written, in: body) : 0)
    }

    /// Where the line begins that holds a heredoc's name only.
    private static func end(of name: [UInt8], in written: [UInt8], from start: Int) -> Int? {
        var line = start
        while line < written.count {
            let end = written[line...].firstIndex(of: lineBreak) ?? written.count
            if written[line..<end].filter({ $0 > UInt8(ascii: " ") }) == name { return line }
            line = end + 1
        }
        return nil
    }

    /// How many blanks every line begins with; lines of blanks only do not count.
    private static func indentation(of written: [UInt8], in body: Range<Int>) -> Int {
        var least = Int.max
        var line = body.lowerBound
        while line < body.upperBound {
            let end = written[line..<body.upperBound].firstIndex(of: lineBreak) ?? body.upperBound
            let blanks = written[line..<end].prefix { $0 <= UInt8(ascii: " ") }.count
            if blanks < end - line { least = min(least, blanks) }
            line = end + 1
        }
        return least == Int.max ? 0 : least
    }

    private static func tokens(of written: [UInt8], in body: Range<Int>, indentation: Int) -> [Token]? {
        var tokens: [Token] = []
        var offset = body.lowerBound
        var literal = offset
        var isLineStart = true
        func close(at end: Int) {
            if literal < end { tokens.append(.literal(literal..<end)) }
        }
        while offset < body.upperBound {
            if isLineStart {
                let end = written[offset..<body.upperBound].firstIndex(of: lineBreak) ?? body.upperBound
                let blanks = written[offset..<end].prefix { $0 <= UInt8(ascii: " ") }.count
                // A line of blanks only stays as it is.
                if blanks < end - offset { offset += min(blanks, indentation) }
                literal = offset
                isLineStart = false
            }
            let byte = written[offset]
            let isMark = byte == dollar || byte == UInt8(ascii: "%")
            if isMark, offset + 2 < body.upperBound, written[offset + 1] == byte, written[offset + 2] == brace {
                // `$${` stands for `${`.
                close(at: offset + 1)
                offset += 2
                literal = offset
            } else if isMark, offset + 1 < body.upperBound, written[offset + 1] == brace {
                guard byte == dollar, let end = sequenceEnd(in: written, from: offset + 2, to: body.upperBound) else {
                    return nil
                }
                close(at: offset)
                tokens.append(.sequence(offset..<end))
                offset = end
                literal = offset
            } else {
                offset += 1
                if byte == lineBreak {
                    close(at: offset)
                    literal = offset
                    isLineStart = true
                }
            }
        }
        close(at: body.upperBound)
        return tokens
    }

    /// Behind the brace that closes a sequence; `nil` for one that trims, is an escape, or has no end.
    private static func sequenceEnd(in written: [UInt8], from start: Int, to limit: Int) -> Int? {
        guard start < limit, written[start] != UInt8(ascii: "~"), written[start] != UInt8(ascii: "!") else { return nil }
        var depth = 1
        var isInText = false
        var offset = start
        while offset < limit {
            switch written[offset] {
            case UInt8(ascii: "\\") where isInText: offset += 1
            case UInt8(ascii: "\""): isInText.toggle()
            case brace where !isInText: depth += 1
            case UInt8(ascii: "}") where !isInText:
                depth -= 1
                if depth == 0 { return written[offset - 1] == UInt8(ascii: "~") ? nil : offset + 1 }
            default: break
            }
            offset += 1
        }
        return nil
    }
}
