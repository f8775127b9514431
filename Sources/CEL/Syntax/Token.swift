/// A word of the source.
struct Token {
    enum Kind: Equatable {
        case identifier(String)
        /// A field name in backquotes.
        case quotedIdentifier(String)
        /// The digits of an int; the sign is the parser's, so that the lowest int can be written.
        case int(magnitude: UInt64)
        case uint(UInt64)
        case double(Double)
        case string(String)
        case bytes([UInt8])
        case symbol(String)
        case end
    }

    let kind: Kind
    let range: Range<Int>

    /// How a diagnostic names the token.
    var description: String {
        switch kind {
        case .identifier(let name): "'\(name)'"
        case .quotedIdentifier(let name): "'`\(name)`'"
        case .int, .uint, .double: "a number"
        case .string: "a string"
        case .bytes: "bytes"
        case .symbol(let symbol): "'\(symbol)'"
        case .end: "the end of the expression"
        }
    }
}
