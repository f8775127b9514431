extension Lexer {
    /// A string or bytes literal at the position; `nil` when there is none.
    mutating func textLiteral() throws(CompileError) -> Token.Kind? {
        var prefixLength = 0
        var isBytes = false
        var isRaw = false
        if let byte = peek(), byte == UInt8(ascii: "b") || byte == UInt8(ascii: "B") {
            isBytes = true
            prefixLength += 1
        }
        if let byte = peek(prefixLength), byte == UInt8(ascii: "r") || byte == UInt8(ascii: "R") {
            isRaw = true
            prefixLength += 1
        }
        guard let quote = peek(prefixLength), quote == 0x22 || quote == 0x27 else { return nil }
        let start = position
        position += prefixLength
        let isTriple = peek(1) == quote && peek(2) == quote
        position += isTriple ? 3 : 1
        let content = try content(quote: quote, isTriple: isTriple, isRaw: isRaw, isBytes: isBytes, from: start)
        return isBytes ? .bytes(content) : .string(String(decoding: content, as: UTF8.self))
    }

    private mutating func content(
        quote: UInt8, isTriple: Bool, isRaw: Bool, isBytes: Bool, from start: Int
    ) throws(CompileError) -> [UInt8] {
        var content: [UInt8] = []
        while let byte = peek() {
            if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
                position += isTriple ? 3 : 1
                return content
            }
            if !isTriple, byte == 0x0A || byte == 0x0D { break }
            if byte == UInt8(ascii: "\\"), !isRaw {
                content += try escape(isBytes: isBytes)
            } else {
                content.append(byte)
                position += 1
            }
        }
        throw syntaxError("the text has no closing quote", from: start)
    }

    private static let simpleEscapes: [UInt8: UInt8] = [
        UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
        UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09, UInt8(ascii: "v"): 0x0B,
        UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "?"): 0x3F, UInt8(ascii: "\""): 0x22,
        UInt8(ascii: "'"): 0x27, UInt8(ascii: "`"): 0x60,
    ]

    private mutating func escape(isBytes: Bool) throws(CompileError) -> [UInt8] {
        let start = position
        position += 1
        guard let letter = peek() else { throw syntaxError("the escape sequence is cut off", from: start) }
        position += 1
        if let byte = Self.simpleEscapes[letter] { return [byte] }
        let code: UInt32?
        switch letter {
        case UInt8(ascii: "x"), UInt8(ascii: "X"): code = digits(2, radix: 16)
        case UInt8(ascii: "u") where !isBytes: code = digits(4, radix: 16)
        case UInt8(ascii: "U") where !isBytes: code = digits(8, radix: 16)
        case 0x30...0x33:
            position -= 1
            code = digits(3, radix: 8)
        default: code = nil
        }
        guard let code else {
            throw syntaxError("this escape sequence does not exist", hint: "write '\\\\' for a backslash", from: start)
        }
        if isBytes { return [UInt8(truncatingIfNeeded: code)] }
        guard let scalar = Unicode.Scalar(code) else {
            throw syntaxError("the escape sequence is not a Unicode character", from: start)
        }
        return Array(String(Character(scalar)).utf8)
    }

    private mutating func digits(_ count: Int, radix: UInt32) -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let byte = peek(), let digit = Self.hexValue(byte), digit < radix else { return nil }
            value = value &* radix &+ digit
            position += 1
        }
        return value
    }
}
