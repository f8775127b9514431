import Evaluation
import Templates

extension PolicyStatement {
    /// Whether it lets strangers in: allowed, to everybody, without a condition that leaves known callers only.
    func isPublic(_ reading: Reading) throws(ReadingFailure) -> PolicyMatch {
        guard let effect else { return .undecided([Reason("the effect of the statement is not known")]) }
        guard effect == "Allow" else { return .no }
        var match = PolicyMatch(open: open.principals.filter(\.mayBeEverybody))
        for principal in principals where try reading.isTrue(principal.presence) {
            if principal.kind == .everyone { match = .yes }
        }
        // Everybody but some is still nearly everybody.
        if isNotPrincipal { match = .yes }
        if case .no = match { return .no }
        return match.and(try isRestricted(reading).negated)
    }

    /// Whether a condition leaves known callers only; one that does is enough.
    func isRestricted(_ reading: Reading) throws(ReadingFailure) -> PolicyMatch {
        var match = PolicyMatch(open: open.conditions)
        for condition in conditions { match = match.or(try condition.isRestricting(reading)) }
        return match
    }

    /// Whether it denies requests without TLS: `Deny`, everybody, `aws:SecureTransport` false.
    func deniesPlainTransport(_ reading: Reading) throws(ReadingFailure) -> PolicyMatch {
        guard let effect else { return .undecided([Reason("the effect of the statement is not known")]) }
        guard effect == "Deny", try isForEveryoneOnly(reading) else { return .no }
        guard open.conditions.isEmpty else { return .undecided(open.conditions) }
        guard conditions.count == 1, let condition = conditions.first, condition.key == "aws:securetransport" else {
            return .no
        }
        var match = PolicyMatch(open: condition.open)
        for value in condition.values where try reading.isTrue(value.presence) {
            match = match.or(value.text.lowercased.matches(PolicyText("false")))
        }
        return match
    }

    private func isForEveryoneOnly(_ reading: Reading) throws(ReadingFailure) -> Bool {
        for principal in principals where try reading.isTrue(principal.presence) {
            if principal.kind == .everyone { return true }
        }
        return false
    }
}

extension Reason {
    /// Whether what is not known may be `*`: a parameter whose pattern asks for an account's twelve digits may not.
    fileprivate var mayBeEverybody: Bool {
        guard case .input(let input)? = term, input.isConstrained else { return true }
        return input.accepts(.text("*"))
    }
}
