import Evaluation

/// Cuts the text of an expression into words, one at a time: what stands in quotes is the parser's to read, as a template.
///
/// Words, comments and identifiers: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md, "Lexical Elements".
struct ExpressionLexer {
    let bytes: [UInt8]
    /// Where the next word is looked for.
    var offset: Int
    /// Where the text that is read ends.
    let end: Int

    init(_ bytes: [UInt8], from offset: Int = 0, to end: Int? = nil) {
        self.bytes = bytes
        self.offset = offset
        self.end = min(end ?? bytes.count, bytes.count)
    }

    /// The byte at an offset; 0 behind the end.
    func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < end ? bytes[offset] : 0 }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self) }

    /// The next word, which is not taken.
    func peek(newlines: Bool) -> Token {
        var copy = self
        return copy.next(newlines: newlines)
    }

    /// Takes the next word. Line breaks are words only where they separate something.
    mutating func next(newlines: Bool) -> Token {
        if let newline = skipBlanks(newlines: newlines) { return newline }
        let start = offset
        guard start < end else { return Token(kind: .end, range: end..<end) }
        let first = bytes[start]
        if first == UInt8(ascii: "\"") { return take(.quote, count: 1) }
        if first.isDigit { return number() }
        if let identifier = identifier() { return identifier }
        if let heredoc = heredoc() { return heredoc }
        for length in [3, 2, 1] where start + length <= end {
            if let symbol = Token.Symbol(rawValue: text(start..<start + length)) {
                return take(.symbol(symbol), count: length)
            }
        }
        var count = 1
        while start + count < end, bytes[start + count] & 0xC0 == 0x80 { count += 1 }
        return take(.other(text(start..<start + count)), count: count)
    }

    private mutating func take(_ kind: Token.Kind, count: Int) -> Token {
        let start = offset
        offset = min(start + count, end)
        return Token(kind: kind, range: start..<offset)
    }

    /// Passes blanks and comments; a line break where it counts.
    private mutating func skipBlanks(newlines: Bool) -> Token? {
        while offset < end {
            switch byte(offset) {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): offset += 1
            case UInt8(ascii: "\n"):
                if newlines { return take(.newline, count: 1) }
                offset += 1
            case UInt8(ascii: "#"): skipLine()
            case UInt8(ascii: "/") where byte(offset + 1) == UInt8(ascii: "/"): skipLine()
            case UInt8(ascii: "/") where byte(offset + 1) == UInt8(ascii: "*"): skipComment()
            default: return nil
            }
        }
        return nil
    }

    private mutating func skipLine() {
        while offset < end, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
    }

    private mutating func skipComment() {
        offset += 2
        while offset < end, !(byte(offset) == UInt8(ascii: "*") && byte(offset + 1) == UInt8(ascii: "/")) { offset += 1 }
        offset = min(offset + 2, end)
    }

    // MARK: Words

    private mutating func number() -> Token {
        var last = offset
        func digits(from start: Int) -> Int {
            var position = start
            while byte(position).isDigit { position += 1 }
            return position
        }
        last = digits(from: last)
        if byte(last) == UInt8(ascii: "."), byte(last + 1).isDigit { last = digits(from: last + 1) }
        if byte(last) | 0x20 == UInt8(ascii: "e") {
            let sign = byte(last + 1)
            let start = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? last + 2 : last + 1
            if byte(start).isDigit { last = digits(from: start) }
        }
        return take(.number(text(offset..<last)), count: last - offset)
    }

    /// Letters, digits, `_` and, behind the first character, `-`.
    private mutating func identifier() -> Token? {
        var last = offset
        while last < end, let (isStart, isPart, length) = characterKind(last) {
            guard last == offset ? isStart : isPart else { break }
            last += length
        }
        guard last > offset else { return nil }
        return take(.identifier(text(offset..<last)), count: last - offset)
    }

    /// Whether the character at an offset may begin an identifier, and whether it may stand in one.
    private func characterKind(_ offset: Int) -> (isStart: Bool, isPart: Bool, length: Int)? {
        let byte = bytes[offset]
        if byte < 0x80 {
            let isStart = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
            return (isStart, isStart || byte.isDigit || byte == UInt8(ascii: "-"), 1)
        }
        var decoder = UTF8()
        var iterator = bytes[offset..<min(offset + 4, end)].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
        return (scalar.properties.isIDStart, scalar.properties.isIDContinue, String(scalar).utf8.count)
    }

    /// `<<NAME` up to the end of its line.
    private mutating func heredoc() -> Token? {
        guard byte(offset) == UInt8(ascii: "<"), byte(offset + 1) == UInt8(ascii: "<") else { return nil }
        var copy = self
        copy.offset += 2
        let isIndented = byte(copy.offset) == UInt8(ascii: "-")
        if isIndented { copy.offset += 1 }
        guard case .identifier(let name)? = copy.identifier()?.kind else { return nil }
        if byte(copy.offset) == UInt8(ascii: "\r") { copy.offset += 1 }
        guard byte(copy.offset) == UInt8(ascii: "\n") else { return nil }
        return take(.heredoc(name: name, isIndented: isIndented), count: copy.offset + 1 - offset)
    }
}
