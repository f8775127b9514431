/// Cuts the source into words.
struct Lexer {
    let source: [UInt8]
    var position = 0

    init(_ source: [UInt8]) {
        self.source = source
    }

    static func tokens(of source: [UInt8]) throws(CompileError) -> [Token] {
        var lexer = Lexer(source)
        var tokens: [Token] = []
        repeat {
            tokens.append(try lexer.next())
        } while tokens.last?.kind != .end
        return tokens
    }

    private static let symbols = [
        "&&", "||", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "!", "<", ">", "?", ":", ".", ",",
        "(", ")", "[", "]", "{", "}",
    ].map { Array($0.utf8) }

    private mutating func next() throws(CompileError) -> Token {
        skipBlanks()
        let start = position
        guard let byte = peek() else { return Token(kind: .end, range: start..<start) }
        if Self.isDigit(byte) || (byte == UInt8(ascii: ".") && peek(1).map(Self.isDigit) == true) {
            return Token(kind: try number(), range: start..<position)
        }
        if let literal = try textLiteral() {
            return Token(kind: literal, range: start..<position)
        }
        if Self.isLetter(byte) {
            while let next = peek(), Self.isLetter(next) || Self.isDigit(next) { position += 1 }
            return Token(kind: .identifier(text(from: start)), range: start..<position)
        }
        if byte == UInt8(ascii: "`") {
            return Token(kind: try quotedIdentifier(), range: start..<position)
        }
        for symbol in Self.symbols where source[position...].starts(with: symbol) {
            position += symbol.count
            return Token(kind: .symbol(String(decoding: symbol, as: UTF8.self)), range: start..<position)
        }
        throw unexpectedCharacter()
    }

    private mutating func skipBlanks() {
        while let byte = peek() {
            if byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B {
                position += 1
            } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "/") {
                while let next = peek(), next != 0x0A { position += 1 }
            } else {
                return
            }
        }
    }

    private mutating func number() throws(CompileError) -> Token.Kind {
        let start = position
        if peek() == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x") {
            position += 2
            while let byte = peek(), Self.hexValue(byte) != nil { position += 1 }
            return try whole(digits: text(from: start + 2), radix: 16, from: start)
        }
        skipDigits()
        var isDouble = false
        if peek() == UInt8(ascii: "."), peek(1).map(Self.isDigit) == true {
            isDouble = true
            position += 1
            skipDigits()
        }
        if skipExponent() { isDouble = true }
        guard isDouble else { return try whole(digits: text(from: start), radix: 10, from: start) }
        guard let value = Double(text(from: start)) else { throw syntaxError("this is not a number", from: start) }
        return .double(value)
    }

    private mutating func skipExponent() -> Bool {
        guard peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") else { return false }
        let hasSign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
        guard let digit = peek(hasSign ? 2 : 1), Self.isDigit(digit) else { return false }
        position += hasSign ? 2 : 1
        skipDigits()
        return true
    }

    private mutating func whole(digits: String, radix: Int, from start: Int) throws(CompileError) -> Token.Kind {
        let isUnsigned = peek() == UInt8(ascii: "u") || peek() == UInt8(ascii: "U")
        if isUnsigned { position += 1 }
        guard let magnitude = UInt64(digits, radix: radix) else {
            throw syntaxError("the number does not fit in 64 bits", from: start)
        }
        return isUnsigned ? .uint(magnitude) : .int(magnitude: magnitude)
    }

    private mutating func skipDigits() {
        while let byte = peek(), Self.isDigit(byte) { position += 1 }
    }

    private mutating func quotedIdentifier() throws(CompileError) -> Token.Kind {
        let start = position
        position += 1
        while let byte = peek(), byte != UInt8(ascii: "`"), byte != 0x0A { position += 1 }
        guard peek() == UInt8(ascii: "`"), position > start + 1 else {
            throw syntaxError("a name in backquotes must end with a backquote on the same line", from: start)
        }
        let name = text(from: start + 1)
        position += 1
        return .quotedIdentifier(name)
    }

    private func unexpectedCharacter() -> CompileError {
        let rest = String(decoding: source[position...].prefix(4), as: UTF8.self)
        let character = rest.unicodeScalars.first.map(String.init) ?? ""
        return CompileError([
            Diagnostic(
                code: "syntax", message: "the character '\(character)' has no meaning here",
                range: position..<position + character.utf8.count)
        ])
    }
}

extension Lexer {
    func peek(_ distance: Int = 0) -> UInt8? {
        position + distance < source.count ? source[position + distance] : nil
    }

    func text(from start: Int) -> String {
        String(decoding: source[start..<position], as: UTF8.self)
    }

    func syntaxError(_ message: String, hint: String? = nil, from start: Int) -> CompileError {
        CompileError([Diagnostic(code: "syntax", message: message, hint: hint, range: start..<position)])
    }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    }

    static func hexValue(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte) - 0x30
        case 0x41...0x46: UInt32(byte) - 0x41 + 10
        case 0x61...0x66: UInt32(byte) - 0x61 + 10
        default: nil
        }
    }
}
