import Evaluation

/// Statements of a policy while documents are merged.
struct PolicyStatements {
    private(set) var statements: [Value] = []
    /// Why there may be more of them.
    private(set) var open: [Reason] = []
    /// What statements that are not listed are known to be made of.
    private var mentions: [Reference] = []

    init() {}

    init(open: [Reason]) {
        self.open = open
    }

    /// The statements of a policy: a map, or JSON text.
    init(policy: Value) {
        switch policy.content {
        case .absent: return
        case .choice(let condition, let yes, let no):
            take(PolicyStatements(policy: yes), when: condition)
            take(PolicyStatements(policy: no), when: condition.negated)
        default:
            let policy = policy.unwrappedJSON
            if case .map = policy.content { take(blocks: policy.member("Statement")) { $0 } } else { take(unknown: policy) }
        }
    }

    private mutating func take(_ others: PolicyStatements, when condition: Condition) {
        statements += others.statements.map {
            Value.choice(condition, $0, Value(.absent, origin: $0.origin), origin: $0.origin)
        }
        open += others.open
        mentions += others.mentions
    }

    /// Takes a list of statements, or one that stands alone.
    mutating func take(blocks: Value, _ statement: (Value) -> Value) {
        switch blocks.content {
        case .absent: return
        case .list(let elements, let reasons):
            for element in elements { take(blocks: element, statement) }
            open += reasons
        case .map: statements.append(statement(blocks))
        case .choice: statements.append(blocks.flatMap { if case .map = $0.content { statement($0) } else { $0 } })
        default: take(unknown: blocks)
        }
    }

    private mutating func take(unknown value: Value) {
        let reasons = value.unknownReasons
        open += reasons.isEmpty ? [Reason("a policy that is merged in is not known")] : reasons
        mentions += value.allMentions
    }

    /// Puts other statements behind these.
    mutating func add(_ others: PolicyStatements) {
        statements += others.statements
        open += others.open
        mentions += others.mentions
    }

    /// Puts other statements behind these, or in the place of one with the same `sid`.
    mutating func merge(_ others: PolicyStatements) {
        if !others.open.isEmpty { doubtStatementsWithSid(others.open) }
        for statement in others.statements {
            let place = statement.sid.flatMap { sid in statements.firstIndex { $0.sid == sid } }
            if let place { statements[place] = statement } else { statements.append(statement) }
        }
        open += others.open
        mentions += others.mentions
    }

    /// A policy that is not known may replace each statement that has a `sid`.
    private mutating func doubtStatementsWithSid(_ reasons: [Reason]) {
        statements = statements.map { statement in
            guard !statement.member("Sid").isAbsent else { return statement }
            let unknown = Value.unknown(reasons, at: statement.origin)
            return Value(unknown.content, origin: statement.origin, mentions: statement.allMentions)
        }
    }

    func value(at origin: Origin) -> Value {
        Value(.list(statements, open: open), origin: origin, mentions: mentions)
    }
}

extension Value {
    /// A statement's known, not empty `Sid`.
    fileprivate var sid: String? { member("Sid").knownText.flatMap { $0.isEmpty ? nil : $0 } }
}
