extension StandardLibrary {
    static func firstIndex(of part: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int) -> Int? {
        TextSearch.firstIndex(of: part, in: text, from: start)
    }

    /// The last occurrence that starts at `start` or before it.
    static func lastIndex(of part: [Unicode.Scalar], in text: [Unicode.Scalar], upTo start: Int) -> Int? {
        let end = min(text.count, min(start, text.count) + part.count)
        let reversed = Array(text[..<end].reversed())
        return TextSearch.firstIndex(of: part.reversed(), in: reversed).map { end - $0 - part.count }
    }

    /// A place in the text; the place behind the last code point is one, too.
    static func position(_ value: Value, in text: [Unicode.Scalar]) throws(EvaluationError) -> Int {
        guard case .int(let number) = value else { throw mismatch("a string's function") }
        guard number >= 0, number <= text.count else {
            throw EvaluationError(.indexOutOfRange, "the index \(number) is outside a text of \(text.count)")
        }
        return Int(number)
    }

    /// How often to split or replace; a negative number means without limit.
    static func limit(_ value: Value) throws(EvaluationError) -> Int {
        guard case .int(let number) = value else { throw mismatch("a string's function") }
        return number < 0 ? .max : Int(number)
    }

    static func substring(
        _ text: [Unicode.Scalar], from start: Value, to end: Value
    ) throws(EvaluationError) -> Value {
        let first = try position(start, in: text)
        let last = try position(end, in: text)
        guard first <= last else {
            throw EvaluationError(.indexOutOfRange, "a substring cannot go from \(first) back to \(last)")
        }
        return .string(String(String.UnicodeScalarView(text[first..<last])))
    }

    static func split(
        _ text: String, _ arguments: [Value], limit: Int, _ budget: inout Budget
    ) throws(EvaluationError) -> Value {
        guard case .string(let separator) = arguments[0] else { throw mismatch("split") }
        if limit == 0 { return .list([]) }
        let bytes = Array(text.utf8)
        try budget.charge(separator.isEmpty ? bytes.count : 1)
        if separator.isEmpty { return .list(letters(of: text, limit: limit)) }
        let pattern = Array(separator.utf8)
        let places = TextSearch.indices(of: pattern, in: bytes, limit: limit - 1)
        try budget.charge(places.count)
        var parts: [Value] = []
        var start = 0
        for index in places {
            parts.append(.string(String(decoding: bytes[start..<index], as: UTF8.self)))
            start = index + pattern.count
        }
        parts.append(.string(String(decoding: bytes[start...], as: UTF8.self)))
        return .list(parts)
    }

    private static func letters(of text: String, limit: Int) -> [Value] {
        let scalars = Array(text.unicodeScalars)
        guard limit < scalars.count else { return scalars.map { .string(String($0)) } }
        let rest = String(String.UnicodeScalarView(scalars[(limit - 1)...]))
        return scalars[..<(limit - 1)].map { .string(String($0)) } + [.string(rest)]
    }

    static func replace(
        _ text: String, _ arguments: [Value], limit: Int, _ budget: inout Budget
    ) throws(EvaluationError) -> Value {
        guard case .string(let old) = arguments[0], case .string(let new) = arguments[1]
        else { throw mismatch("replace") }
        let (bytes, pattern, inserted) = (Array(text.utf8), Array(old.utf8), Array(new.utf8))
        // Each place is a step, and is found by walking over the text: counted before they are looked for.
        try budget.charge(bytes: bytes.count)
        try budget.charge(bytes: pattern.count)
        let places =
            pattern.isEmpty
            ? Array(starts(ofCharactersIn: bytes).prefix(limit)) : TextSearch.indices(of: pattern, in: bytes, limit: limit)
        try budget.charge(places.count)
        let (added, overflow) = places.count.multipliedReportingOverflow(by: inserted.count)
        try budget.charge(bytes: overflow ? .max : added)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + added - places.count * pattern.count)
        var start = 0
        for place in places {
            result += bytes[start..<place]
            result += inserted
            start = place + pattern.count
        }
        result += bytes[start...]
        return .string(String(decoding: result, as: UTF8.self))
    }

    /// Where each character starts, and the end: what is empty stands there.
    private static func starts(ofCharactersIn bytes: [UInt8]) -> [Int] {
        bytes.indices.filter { !UTF8.isContinuation(bytes[$0]) } + [bytes.count]
    }

    static func join(
        _ value: Value, separator: String, _ budget: inout Budget
    ) throws(EvaluationError) -> Value {
        guard case .list(let list) = value else { throw mismatch("join") }
        var parts: [String] = []
        for element in list.elements {
            guard case .string(let part) = element else { throw mismatch("join") }
            try budget.charge(bytes: part.utf8.count + separator.utf8.count)
            parts.append(part)
        }
        return .string(parts.joined(separator: separator))
    }

    private static let escapes: [Unicode.Scalar: String] = [
        "\u{07}": "\\a", "\u{08}": "\\b", "\u{0C}": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t",
        "\u{0B}": "\\v", "\\": "\\\\", "\"": "\\\"",
    ]

    /// The text as a literal in double quotes.
    static func quoted(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "\"") { result, scalar in
            result += escapes[scalar] ?? String(scalar)
        } + "\""
    }

    static func mapASCII(
        _ text: String, from range: ClosedRange<UInt8>, _ transform: (UInt8) -> UInt8
    ) -> String {
        String(decoding: text.utf8.map { range.contains($0) ? transform($0) : $0 }, as: UTF8.self)
    }

    /// Without the white space of Unicode at both ends.
    static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
