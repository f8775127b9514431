/// Reads JSON as RFC 8259 has it, nothing more, into the arena.
///
/// Each step takes the place where it starts and gives the place behind what it read.
struct JSONReader: ~Copyable {
    let view: ByteView
    var arena: ArenaBuilder
    var warnings: [UnplacedDiagnostic] = []

    init(view: ByteView, limits: ParseLimits) {
        self.view = view
        arena = ArenaBuilder(view: view, limits: limits)
    }

    mutating func read() throws(UnplacedDiagnostic) {
        var offset = view.skipWhitespace(0)
        guard offset < view.count else { throw expected("a value: the text is empty", at: offset) }
        offset = try readValue(offset)
        while arena.depth > 0 {
            offset = view.skipWhitespace(offset)
            offset =
                arena.innermost.shape == .mapping ? try readAfterMember(offset) : try readAfterElement(offset)
        }
        offset = view.skipWhitespace(offset)
        guard offset >= view.count else { throw expected("the end of the text: a JSON text is one value", at: offset) }
    }

    consuming func finish() -> TextReader.Reading {
        let warnings = warnings + arena.duplicates.sorted()
        return TextReader.Reading(arena: arena.finish(isJSON: true), warnings: warnings)
    }

    // MARK: Structure

    /// Reads a scalar, or opens a collection and reads up to and with its first child's scalars.
    @inline(__always)
    private mutating func readValue(_ start: Int) throws(UnplacedDiagnostic) -> Int {
        if view[start] == .doubleQuote { return try readString(start) }
        return try readOtherValue(start)
    }

    private mutating func readOtherValue(_ start: Int) throws(UnplacedDiagnostic) -> Int {
        var offset = start
        while true {
            switch view[offset] {
            case .doubleQuote:
                return try readString(offset)
            case UInt8(ascii: "{"):
                try arena.open(.mapping, start: offset)
                offset = view.skipWhitespace(offset + 1)
                if view[offset] == UInt8(ascii: "}") { return try close(offset) }
                guard view[offset] == .doubleQuote else {
                    throw expected("a key in double quotes or '}'", at: offset, in: arena.innermost.start)
                }
                offset = try readKey(offset)
            case UInt8(ascii: "["):
                try arena.open(.sequence, start: offset)
                offset = view.skipWhitespace(offset + 1)
                if view[offset] == UInt8(ascii: "]") { return try close(offset) }
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                return try readNumber(offset)
            case UInt8(ascii: "t"):
                return try readLiteral("true", offset)
            case UInt8(ascii: "f"):
                return try readLiteral("false", offset)
            case UInt8(ascii: "n"):
                return try readLiteral("null", offset)
            default:
                throw noValue(at: offset)
            }
        }
    }

    private mutating func readAfterMember(_ start: Int) throws(UnplacedDiagnostic) -> Int {
        if view[start] == UInt8(ascii: "}") { return try close(start) }
        guard view[start] == UInt8(ascii: ",") else {
            throw expected("',' or '}' after a member", at: start, in: arena.innermost.start)
        }
        let offset = view.skipWhitespace(start + 1)
        guard view[offset] == .doubleQuote else {
            if view[offset] == UInt8(ascii: "}") { throw trailingComma(start, closedAt: offset) }
            throw expected("a key in double quotes after ','", at: offset, in: arena.innermost.start)
        }
        return try readValue(readKey(offset))
    }

    private mutating func readAfterElement(_ start: Int) throws(UnplacedDiagnostic) -> Int {
        if view[start] == UInt8(ascii: "]") { return try close(start) }
        guard view[start] == UInt8(ascii: ",") else {
            throw expected("',' or ']' after an element", at: start, in: arena.innermost.start)
        }
        let offset = view.skipWhitespace(start + 1)
        if view[offset] == UInt8(ascii: "]") { throw trailingComma(start, closedAt: offset) }
        return try readValue(offset)
    }

    @inline(__always)
    private mutating func readKey(_ start: Int) throws(UnplacedDiagnostic) -> Int {
        let offset = view.skipWhitespace(try readString(start))
        guard view[offset] == UInt8(ascii: ":") else {
            throw expected("':' after a key", at: offset, in: arena.innermost.start)
        }
        return view.skipWhitespace(offset + 1)
    }

    private mutating func close(_ bracket: Int) throws(UnplacedDiagnostic) -> Int {
        try arena.close(end: bracket + 1)
        return bracket + 1
    }

    // MARK: Numbers and literals

    private mutating func readNumber(_ start: Int) throws(UnplacedDiagnostic) -> Int {
        var offset = start
        if view[offset] == UInt8(ascii: "-") { offset += 1 }
        if view[offset] == UInt8(ascii: "0") {
            offset += 1
            guard !view[offset].isDigit else { throw leadingZero(start..<offset + 1) }
        } else {
            offset = try skipDigits(offset, "a digit after '-'")
        }
        if view[offset] == UInt8(ascii: ".") {
            offset = try skipDigits(offset + 1, "a digit after the decimal point")
        }
        if view[offset] | 0x20 == UInt8(ascii: "e") {
            offset += 1
            if view[offset] == UInt8(ascii: "+") || view[offset] == UInt8(ascii: "-") { offset += 1 }
            offset = try skipDigits(offset, "a digit in the exponent")
        }
        try arena.addScalar(.plain, span: start..<offset, text: start..<offset)
        return offset
    }

    @inline(__always)
    private func skipDigits(_ start: Int, _ need: StaticString) throws(UnplacedDiagnostic) -> Int {
        let end = view.skipDigits(start)
        guard end > start else { throw expected("\(need)", at: start) }
        return end
    }

    private mutating func readLiteral(_ word: StaticString, _ start: Int) throws(UnplacedDiagnostic) -> Int {
        let letters = UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard view.equals(letters, at: start) else { throw noValue(at: start) }
        let end = start + letters.count
        try arena.addScalar(.plain, span: start..<end, text: start..<end)
        return end
    }
}
