/// A word of a metric math expression and where it stands.
struct MetricMathToken: Hashable {
    enum Kind: Hashable {
        case number(Double)
        case text(String)
        case name(String)
        case symbol(String)
    }

    let kind: Kind
    /// Bytes from the beginning of the expression.
    let offset: Int
}

extension MetricMathToken {
    /// Cuts an expression into words.
    static func tokens(of text: String) throws(MetricMathError) -> [MetricMathToken] {
        var reader = Reader(bytes: Array(text.utf8))
        return try reader.tokens()
    }

    private struct Reader {
        let bytes: [UInt8]
        var index = 0

        static let symbols = ["==", "!=", "<=", ">=", "&&", "||"]

        mutating func tokens() throws(MetricMathError) -> [MetricMathToken] {
            var tokens: [MetricMathToken] = []
            while index < bytes.count {
                let byte = bytes[index]
                if byte == 0x20 || (0x09...0x0D).contains(byte) {
                    index += 1
                } else {
                    tokens.append(try next())
                }
            }
            return tokens
        }

        mutating func next() throws(MetricMathError) -> MetricMathToken {
            let start = index
            let byte = bytes[index]
            if Self.isDigit(byte) || byte == UInt8(ascii: ".") { return try number(from: start) }
            if Self.isLetter(byte) {
                let word = take { Self.isLetter($0) || Self.isDigit($0) }
                return MetricMathToken(kind: Self.word(word), offset: start)
            }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return try quoted(by: byte, from: start) }
            if index + 1 < bytes.count {
                let pair = String(decoding: bytes[index...(index + 1)], as: UTF8.self)
                if Self.symbols.contains(pair) {
                    index += 2
                    return MetricMathToken(kind: .symbol(pair), offset: start)
                }
            }
            guard "+-*/^()[],<>".utf8.contains(byte) else {
                throw MetricMathError(message: "this character has no meaning in metric math", offset: start)
            }
            index += 1
            return MetricMathToken(kind: .symbol(String(UnicodeScalar(byte))), offset: start)
        }

        mutating func number(from start: Int) throws(MetricMathError) -> MetricMathToken {
            var text = take { Self.isDigit($0) || $0 == UInt8(ascii: ".") }
            if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e"), index + 1 < bytes.count {
                let sign = bytes[index + 1] == UInt8(ascii: "-") || bytes[index + 1] == UInt8(ascii: "+")
                let first = index + (sign ? 2 : 1)
                if first < bytes.count, Self.isDigit(bytes[first]) {
                    text += String(decoding: bytes[index..<first], as: UTF8.self)
                    index = first
                    text += take(while: Self.isDigit)
                }
            }
            guard let number = Double(text), number.isFinite else {
                throw MetricMathError(message: "'\(text)' is not a number", offset: start)
            }
            return MetricMathToken(kind: .number(number), offset: start)
        }

        mutating func quoted(by quote: UInt8, from start: Int) throws(MetricMathError) -> MetricMathToken {
            index += 1
            let text = take { $0 != quote }
            guard index < bytes.count else { throw MetricMathError(message: "a quoted text does not end", offset: start) }
            index += 1
            return MetricMathToken(kind: .text(text), offset: start)
        }

        mutating func take(while isPart: (UInt8) -> Bool) -> String {
            let start = index
            while index < bytes.count, isPart(bytes[index]) { index += 1 }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }

        static func word(_ word: String) -> MetricMathToken.Kind {
            switch word.uppercased() {
            case "AND": .symbol("&&")
            case "OR": .symbol("||")
            default: .name(word)
            }
        }

        static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

        static func isLetter(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
        }
    }
}
