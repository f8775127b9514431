import Evaluation
import Templates

extension PolicyStatement {
    /// Whether its resources are everything of a service: `*`, or a pattern that any name matches.
    func isOnEveryResource(_ reading: Reading) throws(ReadingFailure) -> PolicyMatch {
        if isNotResource { return .yes }
        var match = PolicyMatch(open: open.resources)
        for pattern in resources where try reading.isTrue(pattern.presence) {
            match = match.or(Self.isEverything(pattern.text))
        }
        return match
    }

    /// `*`, or an ARN whose resource part is nothing but stars: `arn:aws:sqs:*:*:*`.
    private static func isEverything(_ text: PolicyText) -> PolicyMatch {
        if text.isAny { return .yes }
        if text.tokens.count == 1, case .unknown? = text.tokens.first { return .undecided(text.reasons) }
        guard text.tokens.last == .anyText else { return .no }
        let colon = text.tokens.lastIndex(of: .byte(UInt8(ascii: ":"))) ?? text.tokens.startIndex
        return text.tokens[text.tokens.index(after: colon)...].allSatisfy { $0 == .anyText } ? .yes : .no
    }

    /// Whether it allows every action of a service.
    func grantsEvery(actionOf service: String, _ reading: Reading) throws(ReadingFailure) -> PolicyMatch {
        guard let effect else { return .undecided([Reason("the effect of the statement is not known")]) }
        guard effect == "Allow" else { return .no }
        return try concerns(action: PolicyText("\(service):anactionthatnobodynames"), reading)
    }

    /// Whether it names an action of a service, by name or by pattern.
    func concernsAny(actionOf service: String, _ reading: Reading) throws(ReadingFailure) -> PolicyMatch {
        if isNotAction { return .yes }
        var match = PolicyMatch(open: open.actions)
        var prefix = PolicyText("\(service):")
        prefix.append(.unknown(key: nil))
        for pattern in actions where try reading.isTrue(pattern.presence) {
            if case .no = pattern.text.matches(prefix) { continue }
            match = match.or(Self.namesService(pattern.text, service))
        }
        return match
    }

    private static func namesService(_ text: PolicyText, _ service: String) -> PolicyMatch {
        let prefix = PolicyText("\(service):").tokens
        if text.isAny || Array(text.tokens.prefix(prefix.count)) == prefix { return .yes }
        return text.reasons.isEmpty ? .yes : .undecided(text.reasons)
    }
}
