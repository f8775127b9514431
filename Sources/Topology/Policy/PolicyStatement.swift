import Templates

/// One statement of a policy document, as far as it is known.
///
/// Source: IAM user guide, "IAM JSON policy elements reference".
struct PolicyStatement {
    /// `Allow`, `Deny`, or something that is not known.
    let effect: String?
    let actions: [PolicyPattern]
    /// `NotAction`: everything but these.
    let isNotAction: Bool
    let resources: [PolicyPattern]
    let isNotResource: Bool
    let principals: [PolicyPrincipal]
    let isNotPrincipal: Bool
    let conditions: [PolicyCondition]
    /// When the statement is there.
    let presence: Condition
    let origin: Origin
    /// The statement in the model; `nil` for one of a policy of AWS.
    let object: ObjectID?
    /// Why parts of it may say more than this.
    let open: Open

    struct Open {
        var actions: [Reason] = []
        var resources: [Reason] = []
        var principals: [Reason] = []
        var conditions: [Reason] = []
    }
}

// MARK: - Questions

extension PolicyStatement {
    /// Whether it is about an action, by its name in any case.
    func concerns(action: String, _ reading: Reading) throws(ReadingFailure) -> PolicyMatch {
        let asked = PolicyText(action.lowercased())
        var match = PolicyMatch(open: open.actions)
        for pattern in actions where try reading.isTrue(pattern.presence) { match = match.or(pattern.text.matches(asked)) }
        return isNotAction ? match.negated : match
    }

    /// Whether it is about one of the texts that name a resource.
    func concerns(resources asked: [PolicyText], _ reading: Reading) throws(ReadingFailure) -> PolicyMatch {
        var match = PolicyMatch(open: open.resources)
        for pattern in resources where try reading.isTrue(pattern.presence) {
            if pattern.text.isAny { match = .yes }
            for text in asked { match = match.or(pattern.text.matches(text)) }
        }
        return isNotResource ? match.negated : match
    }

    /// Whether it is about a caller. A whole account says nothing of its roles, which need policies of their own.
    func concerns(caller: PolicyCaller, _ reading: Reading) throws(ReadingFailure) -> PolicyMatch {
        var match = PolicyMatch(open: open.principals)
        for principal in principals where try reading.isTrue(principal.presence) {
            match = match.or(Self.match(principal, caller))
        }
        return isNotPrincipal ? match.negated : match
    }

    private static func match(_ principal: PolicyPrincipal, _ caller: PolicyCaller) -> PolicyMatch {
        switch (principal.kind, caller) {
        case (.everyone, _): return .yes
        case (.service, .service(let name)): return principal.text.lowercased.matches(PolicyText(name))
        case (.aws, .role(let names)) where !principal.isAccount:
            return names.reduce(PolicyMatch.no) { $0.or(principal.text.matches($1)) }
        default: return .no
        }
    }

    /// Whether a whole account is meant, so that its own policies decide.
    func isForAccount(_ reading: Reading) throws(ReadingFailure) -> Bool {
        for principal in principals where try reading.isTrue(principal.presence) {
            if principal.isAccount { return true }
        }
        return false
    }
}
