import Evaluation
import Templates

extension PolicyText {
    /// Whether a text matches this pattern.
    ///
    /// `yes` when it does whatever the unknown parts are, `no` when it does for none of them.
    func matches(_ subject: PolicyText) -> PolicyMatch {
        guard tokens.count <= Self.longest, subject.tokens.count <= Self.longest else {
            return .undecided([Reason("a text of a policy is too long to compare")])
        }
        guard let (pattern, text) = Self.withoutEqualEnds(tokens[...], subject.tokens[...]) else { return .no }
        if Self.match(pattern, text, surely: true) { return .yes }
        guard Self.match(pattern, text, surely: false) else { return .no }
        let reasons = reasons + subject.reasons
        return .undecided(reasons.isEmpty ? [Reason("the name of a resource is made at deployment")] : reasons)
    }

    /// What is left when equal characters and names at both ends are taken away; `nil` when the ends contradict each other.
    /// Most texts are settled by that.
    private static func withoutEqualEnds(
        _ pattern: ArraySlice<Token>, _ subject: ArraySlice<Token>
    ) -> (pattern: [Token], subject: [Token])? {
        var pattern = pattern
        var subject = subject
        while let left = pattern.last, let right = subject.last, isFixed(left), isFixed(right) {
            guard left == right else { return nil }
            pattern.removeLast()
            subject.removeLast()
        }
        while let left = pattern.first, let right = subject.first, isFixed(left), isFixed(right) {
            guard left == right else { return nil }
            pattern.removeFirst()
            subject.removeFirst()
        }
        return (Array(pattern), Array(subject))
    }

    /// A character, or the name of a resource, which equals nothing else.
    private static func isFixed(_ token: Token) -> Bool {
        switch token {
        case .byte, .name: true
        default: false
        }
    }

    /// Works backwards through the subject, keeping for each place of the pattern whether the rest matches.
    private static func match(_ pattern: [Token], _ subject: [Token], surely: Bool) -> Bool {
        var next = row(pattern, nil, after: [], subject: subject, at: subject.count, surely)
        for index in subject.indices.reversed() {
            next = row(pattern, subject[index], after: next, subject: subject, at: index, surely)
        }
        return next[0]
    }

    /// For each place of the pattern, whether what is left of it matches what is left of the subject.
    private static func row(
        _ pattern: [Token], _ token: Token?, after next: [Bool], subject: [Token], at index: Int, _ surely: Bool
    ) -> [Bool] {
        var row = [Bool](repeating: false, count: pattern.count + 1)
        // Where the next star or unknown part of the pattern begins that a generated name may run into.
        var landing: Int?
        for place in stride(from: pattern.count, through: 0, by: -1) {
            guard place < pattern.count else {
                row[place] = token == nil || (canBeEmpty(token, surely) && next[place])
                continue
            }
            let wanted = pattern[place]
            if wanted == .anyText || isOpen(wanted) { landing = place } else if !isPlain(wanted) { landing = nil }
            row[place] = holds(wanted, token, place, row, next, surely)
            if !surely, case .name? = token, let landing, place < landing { row[place] = row[place] || next[landing] }
        }
        return row
    }

    private static func holds(
        _ wanted: Token, _ token: Token?, _ place: Int, _ row: [Bool], _ next: [Bool], _ surely: Bool
    ) -> Bool {
        let absorbs = wanted == .anyText || (!surely && isUnknown(wanted))
        if absorbs, row[place + 1] || (token != nil && next[place]) { return true }
        if wanted == .ignored || (!surely && isOpenPart(wanted)),
            row[place + 1] || (token != nil && token != .byte(UInt8(ascii: ":")) && next[place])
        {
            return true
        }
        guard let token else { return false }
        switch token {
        case .ignored:
            // It ends here, or goes on over one more part of the pattern.
            return next[place] || (wanted != .byte(UInt8(ascii: ":")) && row[place + 1])
        case .openPart where !surely:
            return next[place] || (wanted != .byte(UInt8(ascii: ":")) && (row[place + 1] || next[place + 1]))
        case .unknown where !surely:
            return next[place] || row[place + 1] || next[place + 1]
        case .byte:
            return (wanted == token || wanted == .anyCharacter) && next[place + 1]
        default:
            return wanted == token && isIdentified(token) && next[place + 1]
        }
    }

    /// Whether a part of the subject can be no text at all.
    private static func canBeEmpty(_ token: Token?, _ surely: Bool) -> Bool {
        switch token {
        case .ignored?: true
        case .unknown?, .openPart?: !surely
        default: false
        }
    }

    private static func isUnknown(_ token: Token) -> Bool {
        if case .unknown = token { true } else { false }
    }

    private static func isOpenPart(_ token: Token) -> Bool {
        if case .openPart = token { true } else { false }
    }

    private static func isOpen(_ token: Token) -> Bool { isUnknown(token) || isOpenPart(token) }

    private static func isIdentified(_ token: Token) -> Bool {
        switch token {
        case .unknown(nil), .openPart(nil): false
        default: true
        }
    }

    /// A character that a name may hold.
    private static func isPlain(_ token: Token) -> Bool {
        switch token {
        case .byte(let byte): byte != UInt8(ascii: ":")
        case .anyCharacter: true
        default: false
        }
    }
}
