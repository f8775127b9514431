/// Reads JSON as its bytes arrive, so that a price list of hundreds of megabytes takes no more memory than one product.
struct JSONStream {
    /// Levels of nesting; price lists have about ten.
    private static let deepest = 64
    /// Bytes of one text; `get-products` prints whole products as texts.
    private static let longestText = 4 << 20

    private let next: () throws -> [UInt8]
    private let file: String
    private var chunk: [UInt8] = []
    private var position = 0
    private var consumed = 0
    private var isAtEnd = false

    /// - Parameter next: the bytes that follow, as many as are at hand; none at the end.
    init(file: String, next: @escaping () throws -> [UInt8]) {
        self.file = file
        self.next = next
    }

    /// Calls `body` with the name of each member of the object that comes; `body` has to read or skip its value.
    mutating func forEachMember(_ body: (inout JSONStream, String) throws -> Void) throws {
        try expect("{")
        if try skipSpace() == UInt8(ascii: "}") { return advance() }
        while true {
            _ = try skipSpace()
            let name = try string()
            _ = try skipSpace()
            try expect(":")
            _ = try skipSpace()
            try body(&self, name)
            if try skipSpace() == UInt8(ascii: ",") {
                advance()
            } else {
                return try expect("}")
            }
        }
    }

    /// Calls `body` before each element of the array that comes; `body` has to read or skip it.
    mutating func forEachElement(_ body: (inout JSONStream) throws -> Void) throws {
        try expect("[")
        if try skipSpace() == UInt8(ascii: "]") { return advance() }
        while true {
            _ = try skipSpace()
            try body(&self)
            if try skipSpace() == UInt8(ascii: ",") {
                advance()
            } else {
                return try expect("]")
            }
        }
    }

    /// The whole value that comes.
    mutating func value(depth: Int = 0) throws -> ImportValue {
        guard depth < Self.deepest else { throw failure("the JSON is nested too deeply") }
        switch try skipSpace() {
        case UInt8(ascii: "{"):
            var members: [String: ImportValue] = [:]
            try forEachMember { stream, name in members[name] = try stream.value(depth: depth + 1) }
            return .object(members)
        case UInt8(ascii: "["):
            var elements: [ImportValue] = []
            try forEachElement { stream in elements.append(try stream.value(depth: depth + 1)) }
            return .array(elements)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return .bool(try literal("true", true))
        case UInt8(ascii: "f"): return .bool(try literal("false", false))
        case UInt8(ascii: "n"): return try literal("null", ImportValue.null)
        default: return .number(try number())
        }
    }

    /// Passes over the value that comes without holding it.
    mutating func skipValue(depth: Int = 0) throws {
        guard depth < Self.deepest else { throw failure("the JSON is nested too deeply") }
        switch try skipSpace() {
        case UInt8(ascii: "{"): try forEachMember { stream, _ in try stream.skipValue(depth: depth + 1) }
        case UInt8(ascii: "["): try forEachElement { stream in try stream.skipValue(depth: depth + 1) }
        default: _ = try value(depth: depth)
        }
    }

    /// Nothing but white space may follow.
    mutating func expectEnd() throws {
        if try skipSpace() != nil { throw failure("there is something after the end of the JSON") }
    }

    // MARK: - Scalars

    private mutating func string() throws -> String {
        try expect("\"")
        var bytes: [UInt8] = []
        while true {
            guard let byte = try peek() else { throw failure("a text does not end") }
            advance()
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &bytes)
            case 0..<0x20: throw failure("a text holds a control character")
            default: bytes.append(byte)
            }
            guard bytes.count <= Self.longestText else { throw failure("a text is longer than 4 MiB") }
        }
    }

    private mutating func escape(into bytes: inout [UInt8]) throws {
        guard let byte = try peek() else { throw failure("a text does not end") }
        advance()
        switch byte {
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "b"): bytes.append(0x08)
        case UInt8(ascii: "f"): bytes.append(0x0C)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(byte)
        case UInt8(ascii: "u"): bytes += Array(String(try escapedScalar()).utf8)
        default: throw failure("a text holds an unknown escape")
        }
    }

    private mutating func escapedScalar() throws -> Unicode.Scalar {
        let first = try hexadecimal()
        guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        try expect("\\")
        try expect("u")
        let second = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(second) else { throw failure("half of a surrogate pair is missing") }
        return Unicode.Scalar(0x10000 + (first - 0xD800) * 0x400 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func hexadecimal() throws -> UInt32 {
        var digits = ""
        for _ in 0..<4 {
            guard let byte = try peek() else { throw failure("a text does not end") }
            advance()
            digits.unicodeScalars.append(Unicode.Scalar(byte))
        }
        guard digits.allSatisfy(\.isHexDigit), let number = UInt32(digits, radix: 16) else {
            throw failure("an escape needs four hexadecimal digits")
        }
        return number
    }

    private mutating func number() throws -> String {
        var bytes: [UInt8] = []
        while let byte = try peek(), "+-.0123456789eE".utf8.contains(byte), bytes.count < 64 {
            bytes.append(byte)
            advance()
        }
        guard !bytes.isEmpty else { throw failure("a value is missing") }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func literal<Result>(_ word: StaticString, _ result: Result) throws -> Result {
        for byte in word.description.utf8 {
            guard try peek() == byte else { throw failure("this is not JSON") }
            advance()
        }
        return result
    }

    // MARK: - Bytes

    private mutating func expect(_ character: Unicode.Scalar) throws {
        guard let byte = try peek(), UInt32(byte) == character.value else {
            throw failure("'\(character)' is missing")
        }
        advance()
    }

    private mutating func skipSpace() throws -> UInt8? {
        while let byte = try peek() {
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            advance()
        }
        return nil
    }

    mutating func peek() throws -> UInt8? {
        while position >= chunk.count {
            if isAtEnd { return nil }
            consumed += chunk.count
            chunk = try next()
            position = 0
            isAtEnd = chunk.isEmpty
        }
        return chunk[position]
    }

    private mutating func advance() { position += 1 }

    mutating func skipByte() { advance() }

    func failure(_ message: String) -> ImportError {
        ImportError(file: file, offset: consumed + position, message: message)
    }
}
