/// Reads RE2's syntax.
struct PatternParser {
    private static let maximumDepth = 100
    private static let maximumLength = 2000
    private static let maximumRepetition = 1000

    let source: [Unicode.Scalar]
    var position = 0
    private var depth = 0
    var ignoresCase = false
    var isMultiline = false
    var dotMatchesNewline = false
    /// Whether a repetition takes as little as it can unless it says otherwise.
    var isUngreedy = false
    /// Between `\Q` and `\E`, where every character stands for itself.
    private var isQuoting = false
    var groupNames: [String?] = []
    /// Whether brackets are those of Java: they nest, and `&&` in them takes what both sides have.
    let isJava: Bool

    static func parse(_ source: String, isJava: Bool = false) throws(Pattern.Fault) -> (node: PatternNode, groupNames: [String?])
    {
        guard source.utf8.count <= maximumLength else {
            throw Pattern.Fault(message: "the pattern has more than \(maximumLength) bytes", isOfLimits: true)
        }
        var parser = PatternParser(source: Array(source.unicodeScalars), isJava: isJava)
        let node = try parser.alternatives()
        guard parser.peek() == nil else { throw Pattern.Fault(message: "the pattern has a ')' too many") }
        return (node, parser.groupNames)
    }

    private init(source: [Unicode.Scalar], isJava: Bool) {
        self.source = source
        self.isJava = isJava
    }

    mutating func alternatives() throws(Pattern.Fault) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else {
            throw Pattern.Fault(message: "the pattern nests too deeply", isOfLimits: true)
        }
        var choices = [try sequence()]
        while accept("|") { choices.append(try sequence()) }
        return choices.count == 1 ? choices[0] : .alternatives(choices)
    }

    private mutating func sequence() throws(Pattern.Fault) -> PatternNode {
        var parts: [PatternNode] = []
        while let next = peek(), isQuoting || next != "|" && next != ")" {
            guard let part = try isQuoting ? quoted() : atom() else { continue }
            parts.append(try repeated(part))
        }
        return .sequence(parts)
    }

    private mutating func repeated(_ part: PatternNode) throws(Pattern.Fault) -> PatternNode {
        guard !isQuoting else { return part }
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
        let isSwapped = accept("?")
        if let next = peek() {
            let start = position
            let isCount = next == "{" ? try count() != nil : false
            position = start
            guard !isCount, !"*+?".unicodeScalars.contains(next) else {
                throw Pattern.Fault(message: "a repetition in the pattern is repeated itself; use a group")
            }
        }
        return .repetition(
            part, .init(minimum: bounds.0, maximum: bounds.1, isGreedy: isSwapped == isUngreedy))
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
        case "{":
            position -= 1
            guard try count() == nil else { throw Pattern.Fault(message: "'{' in the pattern has nothing to repeat") }
            position += 1
            return .character(CharacterSet([next.value...next.value]))
        case "\\":
            if accept("Q") {
                isQuoting = true
                return nil
            }
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

    /// A character that stands for itself; `nil` at the end of the quotation.
    private mutating func quoted() throws(Pattern.Fault) -> PatternNode? {
        guard let next = peek() else { return nil }
        position += 1
        if next == "\\", accept("E") {
            isQuoting = false
            return nil
        }
        let node = PatternNode.character(cased(CharacterSet([next.value...next.value])))
        if peek() == "\\", position + 1 < source.count, source[position + 1] == "E" {
            position += 2
            isQuoting = false
        }
        return node
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
