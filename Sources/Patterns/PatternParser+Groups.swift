extension PatternParser {
    /// A group, its opening parenthesis already read; `nil` for one that only sets flags.
    mutating func group() throws(Pattern.Fault) -> PatternNode? {
        let before = (ignoresCase, isMultiline, dotMatchesNewline, isUngreedy)
        var number: Int?
        if accept("?") {
            if let name = try groupName() {
                number = try opened(name)
            } else if try flags() {
                return nil
            }
        } else {
            number = try opened(nil)
        }
        let inner = try alternatives()
        guard accept(")") else { throw Pattern.Fault(message: "the pattern lacks a ')'") }
        (ignoresCase, isMultiline, dotMatchesNewline, isUngreedy) = before
        return number.map { .group(inner, number: $0) } ?? inner
    }

    /// The number of a group that begins.
    private mutating func opened(_ name: String?) throws(Pattern.Fault) -> Int {
        if let name, groupNames.contains(name) {
            throw Pattern.Fault(message: "two groups of the pattern have the name '\(name)'")
        }
        groupNames.append(name)
        return groupNames.count
    }

    /// `P<name>` or `<name>`; `nil` when flags stand there.
    private mutating func groupName() throws(Pattern.Fault) -> String? {
        let start = position
        _ = accept("P")
        guard accept("<") else {
            position = start
            return nil
        }
        let first = position
        while let next = peek(), CharacterSet.word.contains(next.value) { position += 1 }
        let name = String(String.UnicodeScalarView(source[first..<position]))
        if name.isEmpty, let next = peek(), next == "=" || next == "!" {
            throw Pattern.Fault(message: "'(?<\(next)' in the pattern is not supported")
        }
        guard !name.isEmpty, accept(">") else {
            throw Pattern.Fault(message: "a group of the pattern has a malformed name")
        }
        return name
    }

    /// Reads `i`, `m`, `s`, `U` and `-`; true when the group ends with them.
    private mutating func flags() throws(Pattern.Fault) -> Bool {
        var isOn = true
        var isBare = false
        while let next = peek() {
            position += 1
            switch next {
            case "i": ignoresCase = isOn
            case "m": isMultiline = isOn
            case "s": dotMatchesNewline = isOn
            case "U": isUngreedy = isOn
            case "-" where isOn:
                isOn = false
                isBare = true
                continue
            case ":" where !isBare: return false
            case ")" where !isBare: return true
            default: throw Pattern.Fault(message: "'(?\(next)' in the pattern is not supported")
            }
            isBare = false
        }
        throw Pattern.Fault(message: "the pattern lacks a ')'")
    }
}
