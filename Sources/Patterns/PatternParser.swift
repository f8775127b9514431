/// Reads RE2's syntax.
struct PatternParser {
    private static let maximumDepth = 100
    private static let maximumLength = 2000
    private static let maximumRepetition = 1000

    let source: [Unicode.Scalar]
    var position = 0
    private var depth = 0
    private var ignoresCase = false
    private var isMultiline = false
    private var dotMatchesNewline = false

    static func parse(_ source: String) throws(Pattern.Fault) -> PatternNode {
        guard source.utf8.count <= maximumLength else {
            throw Pattern.Fault(message: "the pattern has more than \(maximumLength) bytes")
        }
        var parser = PatternParser(source: Array(source.unicodeScalars))
        let node = try parser.alternatives()
        guard parser.peek() == nil else { throw Pattern.Fault(message: "the pattern has a ')' too many") }
        return node
    }

    private init(source: [Unicode.Scalar]) {
        self.source = source
    }

    private mutating func alternatives() throws(Pattern.Fault) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else { throw Pattern.Fault(message: "the pattern nests too deeply") }
        var choices = [try sequence()]
        while accept("|") { choices.append(try sequence()) }
        return choices.count == 1 ? choices[0] : .alternatives(choices)
    }

    private mutating func sequence() throws(Pattern.Fault) -> PatternNode {
        var parts: [PatternNode] = []
        while let next = peek(), next != "|", next != ")" {
            guard let part = try atom() else { continue }
            parts.append(try repeated(part))
        }
        return .sequence(parts)
    }

    private mutating func repeated(_ part: PatternNode) throws(Pattern.Fault) -> PatternNode {
        let bounds: (Int, Int?)
        switch peek() {
        case "*": bounds = (0, nil)
        case "+": bounds = (1, nil)
        case "?": bounds = (0, 1)
        case "{":
            guard let counted = try count() else { return part }
            bounds = counted
            position -= 1
        default: return part
        }
        position += 1
        // Whether it takes more or less makes no difference to whether it matches.
        _ = accept("?")
        if let next = peek(), "*+?".unicodeScalars.contains(next) {
            throw Pattern.Fault(message: "a repetition in the pattern is repeated itself; use a group")
        }
        return .repetition(part, minimum: bounds.0, maximum: bounds.1)
    }

    /// `{2}`, `{2,}` or `{2,3}`; anything else is plain text.
    private mutating func count() throws(Pattern.Fault) -> (Int, Int?)? {
        let start = position
        position += 1
        guard let minimum = number() else {
            position = start
            return nil
        }
        var maximum: Int? = minimum
        if accept(",") { maximum = number() }
        guard accept("}") else {
            position = start
            return nil
        }
        guard max(minimum, maximum ?? 0) <= Self.maximumRepetition, maximum ?? minimum >= minimum else {
            throw Pattern.Fault(message: "a repetition in the pattern is not between 0 and 1000")
        }
        return (minimum, maximum)
    }

    private mutating func number() -> Int? {
        let start = position
        while let next = peek(), ("0"..."9").contains(next), position - start < 6 { position += 1 }
        return Int(String(String.UnicodeScalarView(source[start..<position])))
    }

    /// One part; `nil` for a group that only sets flags.
    private mutating func atom() throws(Pattern.Fault) -> PatternNode? {
        guard let next = peek() else { return nil }
        position += 1
        switch next {
        case "(": return try group()
        case "[": return .character(try bracket(ignoringCase: ignoresCase))
        case ".": return .character(dotMatchesNewline ? .all : CharacterSet.newline.negated)
        case "^": return .assertion(isMultiline ? .lineStart : .textStart)
        case "$": return .assertion(isMultiline ? .lineEnd : .textEnd)
        case "*", "+", "?": throw Pattern.Fault(message: "'\(next)' in the pattern has nothing to repeat")
        case "\\":
            if let assertion = assertion() { return .assertion(assertion) }
            return .character(cased(try escape()))
        default: return .character(cased(CharacterSet([next.value...next.value])))
        }
    }

    private func cased(_ set: CharacterSet) -> CharacterSet {
        ignoresCase ? set.ignoringCase : set
    }

    private mutating func assertion() -> PatternAssertion? {
        let assertions: [Unicode.Scalar: PatternAssertion] = [
            "A": .textStart, "z": .textEnd, "b": .wordBoundary, "B": .noWordBoundary,
        ]
        guard let next = peek(), let assertion = assertions[next] else { return nil }
        position += 1
        return assertion
    }

    private mutating func group() throws(Pattern.Fault) -> PatternNode? {
        let before = (ignoresCase, isMultiline, dotMatchesNewline)
        if accept("?"), try flags() { return nil }
        let inner = try alternatives()
        guard accept(")") else { throw Pattern.Fault(message: "the pattern lacks a ')'") }
        (ignoresCase, isMultiline, dotMatchesNewline) = before
        return inner
    }

    /// Reads `i`, `m`, `s`, `U` and `-`; true when the group ends with them.
    private mutating func flags() throws(Pattern.Fault) -> Bool {
        var isOn = true
        while let next = peek() {
            position += 1
            switch next {
            case "i": ignoresCase = isOn
            case "m": isMultiline = isOn
            case "s": dotMatchesNewline = isOn
            case "U": break
            case "-": isOn = false
            case ":": return false
            case ")": return true
            default: throw Pattern.Fault(message: "'(?\(next)' in the pattern is not supported")
            }
        }
        throw Pattern.Fault(message: "the pattern lacks a ')'")
    }
}

extension PatternParser {
    func peek() -> Unicode.Scalar? { position < source.count ? source[position] : nil }

    mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
        guard peek() == scalar else { return false }
        position += 1
        return true
    }
}
