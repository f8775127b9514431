extension PatternParser {
    /// What follows a backslash and stands for characters.
    mutating func escape() throws(Pattern.Fault) -> CharacterSet {
        guard let next = peek() else { throw Pattern.Fault(message: "the pattern ends with a backslash") }
        position += 1
        let sets: [Unicode.Scalar: CharacterSet] = [
            "d": .digit, "D": CharacterSet.digit.negated, "s": .space, "S": CharacterSet.space.negated,
            "w": .word, "W": CharacterSet.word.negated,
        ]
        if let set = sets[next] { return set }
        let controls: [Unicode.Scalar: UInt32] = ["a": 7, "f": 12, "t": 9, "n": 10, "r": 13, "v": 11]
        if let code = controls[next] { return CharacterSet([code...code]) }
        if next == "x" { return try hexadecimal() }
        if next == "p" || next == "P" { return try category(isNegated: next == "P") }
        if let set = octal(next) { return set }
        let isPlain = next.value < 0x80 && !CharacterSet.word.contains(next.value) || next == "_"
        guard isPlain else { throw Pattern.Fault(message: "'\\\(next)' in the pattern is not supported") }
        return CharacterSet([next.value...next.value])
    }

    /// `\0`, `\07`, `\012`, and `\12`, which has two digits at least so that it is no reference to a group.
    private mutating func octal(_ first: Unicode.Scalar) -> CharacterSet? {
        func digit(_ scalar: Unicode.Scalar?) -> UInt32? {
            scalar.flatMap { ("0"..."7").contains($0) ? $0.value - 0x30 : nil }
        }
        guard var code = digit(first), first == "0" || digit(peek()) != nil else { return nil }
        for _ in 0..<2 {
            guard let next = digit(peek()) else { break }
            code = code * 8 + next
            position += 1
        }
        return CharacterSet([code...code])
    }

    /// `\pL`, `\p{Lu}` or `\p{^Lu}`, the `p` already read.
    private mutating func category(isNegated: Bool) throws(Pattern.Fault) -> CharacterSet {
        guard let next = peek() else { throw Pattern.Fault(message: "'\\p' in the pattern has no class") }
        position += 1
        var name = String(next)
        var isNegated = isNegated
        if next == "{" {
            if accept("^") { isNegated.toggle() }
            let start = position
            while let letter = peek(), letter != "}" { position += 1 }
            name = String(String.UnicodeScalarView(source[start..<position]))
            guard accept("}") else { throw Pattern.Fault(message: "the pattern lacks a '}'") }
        }
        guard let set = UnicodeClasses.set(named: name) else {
            throw Pattern.Fault(message: "the class '\\p{\(name)}' of the pattern is not supported", isOfLimits: true)
        }
        return isNegated ? set.negated : set
    }

    /// `\x41` or `\x{1F600}`.
    private mutating func hexadecimal() throws(Pattern.Fault) -> CharacterSet {
        let isBraced = accept("{")
        let start = position
        while let next = peek(), next.properties.isASCIIHexDigit, position - start < (isBraced ? 6 : 2) {
            position += 1
        }
        let digits = String(String.UnicodeScalarView(source[start..<position]))
        let isComplete = isBraced ? accept("}") : digits.utf8.count == 2
        guard isComplete, let code = UInt32(digits, radix: 16), code <= 0x10FFFF else {
            throw Pattern.Fault(message: "'\\x' in the pattern needs two digits, or up to six in braces")
        }
        return CharacterSet([code...code])
    }

    /// A class in brackets, its opening bracket already read.
    mutating func bracket(ignoringCase: Bool) throws(Pattern.Fault) -> CharacterSet {
        if isJava { return try javaBracket(ignoringCase: ignoringCase, depth: 0) }
        let isNegated = accept("^")
        var ranges: [ClosedRange<UInt32>] = []
        var isFirst = true
        while let next = peek(), next != "]" || isFirst {
            isFirst = false
            if next == "[", let named = try namedClass() {
                ranges += named.ranges
            } else {
                try addRange(to: &ranges)
            }
        }
        guard accept("]") else { throw Pattern.Fault(message: "the pattern lacks a ']'") }
        let set = ignoringCase ? CharacterSet(ranges).ignoringCase : CharacterSet(ranges)
        return isNegated ? set.negated : set
    }

    /// Source: https://docs.oracle.com/javase/8/docs/api/java/util/regex/Pattern.html, "Character classes".
    private mutating func javaBracket(ignoringCase: Bool, depth: Int) throws(Pattern.Fault) -> CharacterSet {
        guard depth < 16 else { throw Pattern.Fault(message: "the pattern nests too deeply", isOfLimits: true) }
        let isNegated = accept("^")
        var ranges: [ClosedRange<UInt32>] = []
        var both: CharacterSet?
        var isFirst = true
        while let next = peek(), next != "]" || isFirst {
            if next == "[" {
                position += 1
                ranges += try javaBracket(ignoringCase: false, depth: depth + 1).ranges
            } else if next == "&", position + 1 < source.count, source[position + 1] == "&" {
                position += 2
                both = both?.intersection(CharacterSet(ranges)) ?? CharacterSet(ranges)
                ranges = []
            } else {
                try addRange(to: &ranges)
            }
            isFirst = false
        }
        guard accept("]") else { throw Pattern.Fault(message: "the pattern lacks a ']'") }
        var set = both?.intersection(CharacterSet(ranges)) ?? CharacterSet(ranges)
        if ignoringCase { set = set.ignoringCase }
        return isNegated ? set.negated : set
    }

    private mutating func addRange(to ranges: inout [ClosedRange<UInt32>]) throws(Pattern.Fault) {
        let low = try classMember()
        guard let first = low.single, peek() == "-", position + 1 < source.count, source[position + 1] != "]"
        else {
            ranges += low.ranges
            return
        }
        position += 1
        guard let last = try classMember().single, first <= last else {
            throw Pattern.Fault(message: "a range in the pattern's brackets goes backwards")
        }
        ranges.append(first...last)
    }

    private mutating func classMember() throws(Pattern.Fault) -> CharacterSet {
        guard let next = peek() else { throw Pattern.Fault(message: "the pattern lacks a ']'") }
        position += 1
        return next == "\\" ? try escape() : CharacterSet([next.value...next.value])
    }

    /// `[:alpha:]` or `[:^alpha:]`; `nil` when the bracket is a plain one.
    private mutating func namedClass() throws(Pattern.Fault) -> CharacterSet? {
        guard position + 1 < source.count, source[position + 1] == ":" else { return nil }
        let rest = source[(position + 2)...]
        guard let end = rest.firstIndex(of: ":"), end + 1 < source.count, source[end + 1] == "]" else { return nil }
        let isNegated = rest.first == "^"
        let name = String(String.UnicodeScalarView(rest[(isNegated ? position + 3 : position + 2)..<end]))
        guard let set = CharacterSet.named[name] else {
            throw Pattern.Fault(message: "there is no class '[:\(name):]' for a pattern")
        }
        position = end + 2
        return isNegated ? set.negated : set
    }
}

extension CharacterSet {
    /// The only member of a set that was made of one character.
    fileprivate var single: UInt32? {
        guard let range = ranges.first, ranges.count == 1, range.count == 1 else { return nil }
        return range.lowerBound
    }
}
