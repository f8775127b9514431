import Evaluation

extension Value {
    /// A map of what is not absent.
    static func map(_ members: KeyValuePairs<String, Value>, origin: Origin) -> Value {
        let present = members.filter { !$0.value.isAbsent }
        return Value(.map(present.map { Member(key: $0.key, value: $0.value) }), origin: origin)
    }

    static func list(_ elements: [Value], origin: Origin) -> Value {
        Value(.list(elements.filter { !$0.isAbsent }, open: []), origin: origin)
    }

    static func literal(_ text: String, origin: Origin) -> Value {
        Value(.scalar(Scalar(text)), origin: origin)
    }

    static func absent(origin: Origin) -> Value { Value(.absent, origin: origin) }

    /// The members of a map but some; anything else as it is.
    func leavingOut(_ keys: Set<String>) -> Value {
        flatMap { value in
            guard case .map(let members, let open) = value.content else { return value }
            return Value(
                .map(members.filter { !keys.contains($0.key) }, open: open), origin: value.origin, steps: value.steps)
        }
    }

    /// A map with more members, of which those that are absent are left out; anything else as it is.
    func adding(_ added: [Member]) -> Value {
        flatMap { value in
            guard case .map(let members, let open) = value.content else { return value }
            return Value(
                .map(members + added.filter { !$0.value.isAbsent }, open: open), origin: value.origin, steps: value.steps)
        }
    }

    /// When the value is nothing for certain.
    var absence: Condition {
        switch content {
        case .absent: .always
        case .choice(let condition, let yes, let no):
            condition.and(yes.absence).or(condition.negated.and(no.absence))
        default: .never
        }
    }

    /// The value, and another where it is nothing.
    func whenAbsent(_ other: Value) -> Value {
        flatMap { $0.isAbsent ? other : $0 }
    }
}
