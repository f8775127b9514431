import Evaluation

extension ExpressionEvaluator {
    /// What a loop goes over: keys and values in Terraform's order.
    struct Item {
        let key: Value
        let value: Value
        /// When the element is there.
        let existence: Condition
    }

    /// The elements of a list, or the members of a map; `nil` when they are not all known.
    func items(of collection: Value) throws(ExpressionFailure) -> [Item]? {
        if collection.isJSONText { throw ExpressionFailure("a text has no elements") }
        switch collection.content {
        case .list(let elements, []):
            guard work.spend(elements.count, at: collection.origin) else { return nil }
            return elements.enumerated().map { position, element in
                let (value, existence) = element.presence
                return Item(key: .number(position, origin: element.origin), value: value, existence: existence)
            }
        case .map(let members, _):
            guard work.spend(members.count, at: collection.origin) else { return nil }
            return Value.sorted(members).map { member in
                let (value, existence) = member.value.presence
                return Item(key: .text(member.key, origin: member.value.origin), value: value, existence: existence)
            }
        case .absent: throw ExpressionFailure("null has no elements")
        case .scalar, .text: throw ExpressionFailure("the value has no elements")
        case .list, .reference, .external, .unknown, .choice: return nil
        }
    }

    func naming(_ clause: Expression.ForClause, _ item: Item, in names: Names) -> Names {
        var inner = names
        inner.values[clause.valueName] = item.value
        if let key = clause.keyName { inner.values[key] = item.key }
        return inner
    }

    func loop(_ expression: Expression, _ names: Names, at origin: Origin) throws(ExpressionFailure) -> Value {
        let clause: Expression.ForClause
        switch expression.form {
        case .forTuple(let head, _): clause = head
        case .forObject(let head, _, _, _): clause = head
        default: return Value(.absent, origin: origin)
        }
        let collection = try evaluate(clause.collection, names, at: origin)
        return try settled([collection], at: origin) { (settled) throws(ExpressionFailure) in
            guard let items = try items(of: settled[0]) else {
                return try openLoop(expression, clause, over: settled[0], names, at: origin)
            }
            var results = LoopResults(isMap: expression.isForObject)
            for item in items {
                guard work.spend(1, at: origin) else { break }
                try run(expression, clause, item, names, at: origin, into: &results)
            }
            return results.value(at: origin).adding(steps: settled[0].steps)
        }
    }

    private func run(
        _ expression: Expression, _ clause: Expression.ForClause, _ item: Item, _ names: Names, at origin: Origin,
        into results: inout LoopResults
    ) throws(ExpressionFailure) {
        let inner = naming(clause, item, in: names)
        var existence = item.existence
        if let filter = clause.condition {
            existence = existence.and(condition(try evaluate(filter, inner, at: origin), filter, at: origin))
        }
        guard existence != .never else { return }
        switch expression.form {
        case .forTuple(_, let value):
            let place = child(of: origin, .index(results.elements.count), at: value.range)
            results.elements.append(try evaluate(value, inner, at: place).present(when: existence))
        case .forObject(_, let key, let value, let isGrouping):
            let name = try evaluate(key, inner, at: origin)
            let place = child(of: origin, .key(name.convertedText ?? "?"), at: value.range)
            let result = try evaluate(value, inner, at: place)
            guard let text = name.convertedText else {
                if name.isAbsent { throw ExpressionFailure("null is not a key") }
                results.unsettled += [name, result]
                return
            }
            try results.add(result.present(when: existence), at: text, isGrouping: isGrouping)
        default: return
        }
    }
}

/// What a loop has given so far.
private struct LoopResults {
    var elements: [Value] = []
    let isMap: Bool
    /// Keys that are not known, and their values.
    var unsettled: [Value] = []
    private var members: [Value.Member] = []
    private var places: [String: Int] = [:]
    /// What stands under each key of a grouping loop, by the key's place among `members`.
    private var groups: [Int: [Value]] = [:]

    init(isMap: Bool) {
        self.isMap = isMap
    }

    mutating func add(_ value: Value, at key: String, isGrouping: Bool) throws(ExpressionFailure) {
        let place = places[key] ?? members.count
        if isGrouping { groups[place, default: []].append(value) }
        guard place < members.count else {
            places[key] = place
            members.append(Value.Member(key: key, value: value))
            return
        }
        guard !isGrouping else { return }
        let old = members[place].value
        if case .choice(let condition, let kept, let other) = value.content, other.isAbsent {
            // Terraform stops when both are there; so at most one of them is.
            let joint =
                old.choiceCount(upTo: 33) > 32
                ? Value.unknown(
                    madeOf: [kept], Reason("it depends on too many open conditions"), mayBeAbsent: true, origin: old.origin)
                : Value.choice(condition, kept, old, origin: old.origin)
            members[place] = Value.Member(key: key, value: joint)
        } else {
            throw ExpressionFailure("two elements have the key '\(key.prefix(40))'")
        }
    }

    /// The members, each group as a list.
    private var grouped: [Value.Member] {
        members.enumerated().map { place, member in
            guard let group = groups[place] else { return member }
            return Value.Member(key: member.key, value: Value(.list(group, open: []), origin: member.value.origin))
        }
    }

    func value(at origin: Origin) -> Value {
        guard unsettled.isEmpty else {
            let values = unsettled + grouped.map(\.value)
            return .unknown(madeOf: values, Reason("a key of the object is not known"), origin: origin)
        }
        return isMap ? Value(.map(grouped), origin: origin) : Value(.list(elements, open: []), origin: origin)
    }
}

extension Expression {
    fileprivate var isForObject: Bool {
        if case .forObject = form { true } else { false }
    }
}

extension Value {
    /// The value when it is there, and when that is: elements that hang on a condition are a choice with nothing.
    var presence: (value: Value, existence: Condition) {
        guard case .choice(let condition, let yes, let no) = content else { return (self, .always) }
        if no.isAbsent {
            let inner = yes.presence
            return (inner.value, condition.and(inner.existence))
        }
        if yes.isAbsent {
            let inner = no.presence
            return (inner.value, condition.negated.and(inner.existence))
        }
        return (self, .always)
    }

    /// The value, or nothing while a condition does not hold.
    func present(when condition: Condition) -> Value {
        Value.choice(condition, self, Value(.absent, origin: origin), origin: origin)
    }
}
