/// Reads JSON as RFC 8259 has it, nothing more, into the arena.
struct JSONReader: ~Copyable {
    let view: ByteView
    var arena: ArenaBuilder
    var offset = 0
    var warnings: [UnplacedDiagnostic] = []
    private var open = GrowingBuffer<OpenCollection>()

    struct OpenCollection: BitwiseCopyable {
        let start: Int
        let isObject: Bool
    }

    init(view: ByteView, limits: ParseLimits) {
        self.view = view
        arena = ArenaBuilder(view: view, limits: limits)
    }

    mutating func read() throws(UnplacedDiagnostic) {
        skipWhitespace()
        guard offset < view.count else { throw expected("a value: the text is empty") }
        try readValue()
        while let innermost = open.last {
            skipWhitespace()
            if innermost.isObject { try readAfterMember(innermost) } else { try readAfterElement(innermost) }
        }
        skipWhitespace()
        guard offset >= view.count else { throw expected("the end of the text: a JSON text is one value") }
    }

    consuming func finish() -> TextReader.Reading {
        let warnings = warnings + arena.duplicates.sorted()
        return TextReader.Reading(arena: arena.finish(isJSON: true), warnings: warnings)
    }

    // MARK: Structure

    /// Reads a scalar, or opens a collection and reads up to and with its first child's scalars.
    private mutating func readValue() throws(UnplacedDiagnostic) {
        while true {
            switch view[offset] {
            case .doubleQuote:
                return try readString()
            case UInt8(ascii: "{"):
                guard try openObject() else { return }
            case UInt8(ascii: "["):
                guard try openArray() else { return }
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                return try readNumber()
            case UInt8(ascii: "t"):
                return try readLiteral("true")
            case UInt8(ascii: "f"):
                return try readLiteral("false")
            case UInt8(ascii: "n"):
                return try readLiteral("null")
            default:
                throw noValue()
            }
        }
    }

    /// True when a value has to follow, false when the object was empty.
    private mutating func openObject() throws(UnplacedDiagnostic) -> Bool {
        _ = try arena.open(.mapping, start: offset)
        open.append(OpenCollection(start: offset, isObject: true))
        offset += 1
        skipWhitespace()
        if view[offset] == UInt8(ascii: "}") {
            close()
            return false
        }
        guard view[offset] == .doubleQuote else { throw expected("a key in double quotes or '}'", in: open.last?.start) }
        try readKey()
        return true
    }

    /// True when a value has to follow, false when the array was empty.
    private mutating func openArray() throws(UnplacedDiagnostic) -> Bool {
        _ = try arena.open(.sequence, start: offset)
        open.append(OpenCollection(start: offset, isObject: false))
        offset += 1
        skipWhitespace()
        guard view[offset] == UInt8(ascii: "]") else { return true }
        close()
        return false
    }

    private mutating func readAfterMember(_ object: OpenCollection) throws(UnplacedDiagnostic) {
        if view[offset] == UInt8(ascii: "}") { return close() }
        guard view[offset] == UInt8(ascii: ",") else {
            throw expected("',' or '}' after a member", in: object.start)
        }
        let comma = offset
        offset += 1
        skipWhitespace()
        guard view[offset] == .doubleQuote else {
            if view[offset] == UInt8(ascii: "}") { throw trailingComma(comma) }
            throw expected("a key in double quotes after ','", in: object.start)
        }
        try readKey()
        try readValue()
    }

    private mutating func readAfterElement(_ array: OpenCollection) throws(UnplacedDiagnostic) {
        if view[offset] == UInt8(ascii: "]") { return close() }
        guard view[offset] == UInt8(ascii: ",") else {
            throw expected("',' or ']' after an element", in: array.start)
        }
        let comma = offset
        offset += 1
        skipWhitespace()
        if view[offset] == UInt8(ascii: "]") { throw trailingComma(comma) }
        try readValue()
    }

    private mutating func readKey() throws(UnplacedDiagnostic) {
        try readString()
        skipWhitespace()
        guard view[offset] == UInt8(ascii: ":") else { throw expected("':' after a key", in: open.last?.start) }
        offset += 1
        skipWhitespace()
    }

    private mutating func close() {
        offset += 1
        open.removeLast()
        arena.close(end: offset)
    }

    @inline(__always)
    private mutating func skipWhitespace() {
        guard view[offset] <= .space else { return }
        while view[offset].isWhitespace {
            offset += 1
            while view.word(at: offset) == .eightSpaces { offset += 8 }
        }
    }

    // MARK: Numbers and literals

    private mutating func readNumber() throws(UnplacedDiagnostic) {
        let start = offset
        if view[offset] == UInt8(ascii: "-") { offset += 1 }
        if view[offset] == UInt8(ascii: "0") {
            offset += 1
            guard !view[offset].isDigit else { throw leadingZero(start) }
        } else {
            try skipDigits("a digit after '-'")
        }
        if view[offset] == UInt8(ascii: ".") {
            offset += 1
            try skipDigits("a digit after the decimal point")
        }
        if view[offset] | 0x20 == UInt8(ascii: "e") {
            offset += 1
            if view[offset] == UInt8(ascii: "+") || view[offset] == UInt8(ascii: "-") { offset += 1 }
            try skipDigits("a digit in the exponent")
        }
        try arena.addScalar(.plain, span: start..<offset, text: start..<offset)
    }

    private mutating func skipDigits(_ need: String) throws(UnplacedDiagnostic) {
        guard view[offset].isDigit else { throw expected(need) }
        while view[offset].isDigit { offset += 1 }
    }

    private mutating func readLiteral(_ word: StaticString) throws(UnplacedDiagnostic) {
        let start = offset
        let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        for letter in letters {
            guard view[offset] == letter else {
                offset = start
                throw noValue()
            }
            offset += 1
        }
        try arena.addScalar(.plain, span: start..<offset, text: start..<offset)
    }
}
