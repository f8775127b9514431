import Evaluation

/// When two values are equal.
extension ExpressionEvaluator {
    /// When two values are equal.
    func equality(_ left: Value, _ right: Value, _ expression: Expression, at origin: Origin) -> Condition {
        let count = left.choiceCount(upTo: 33) * right.choiceCount(upTo: 33)
        guard count <= 32 else { return opaque(expression, asking: .equality, [left, right], at: origin) }
        return bounded(settledEquality(left, right, expression, at: origin), expression, at: origin)
    }

    private func settledEquality(_ left: Value, _ right: Value, _ expression: Expression, at origin: Origin) -> Condition {
        guard work.spend(1, at: origin) else { return opaque(expression, at: origin) }
        if left.isJSONText || right.isJSONText {
            return textEquality(left, right, expression, at: origin)
        }
        switch (left.content, right.content) {
        case (.choice(let condition, let yes, let no), _):
            return condition.and(settledEquality(yes, right, expression, at: origin))
                .or(condition.negated.and(settledEquality(no, right, expression, at: origin)))
        case (_, .choice): return settledEquality(right, left, expression, at: origin)
        case (.absent, .absent): return .always
        case (.absent, .scalar), (.absent, .text), (.absent, .list), (.absent, .map), (.scalar, .absent), (.text, .absent),
            (.list, .absent), (.map, .absent):
            return .never
        case (.absent, .reference(let reference)) where scope.facts.isSurelyText(reference): return .never
        case (.reference(let reference), .absent) where scope.facts.isSurelyText(reference): return .never
        case (.scalar, .list), (.scalar, .map), (.list, .scalar), (.map, .scalar), (.list, .map), (.map, .list),
            (.text, .list), (.text, .map), (.list, .text), (.map, .text):
            return .never
        case (.scalar(let one), .scalar(let other)): return equality(one, other, left, right, expression, at: origin)
        case (.list(let some, []), .list(let others, [])):
            guard !some.contains(where: \.isPossiblyLeftOut), !others.contains(where: \.isPossiblyLeftOut) else {
                return opaque(expression, asking: .equality, [left, right], at: origin)
            }
            guard some.count == others.count else { return .never }
            return all(zip(some, others).map { ($0, $1) }, expression, at: origin)
        case (.map(let some, _), .map(let others, _)):
            let (some, others) = (Value.sorted(some), Value.sorted(others))
            guard some.map(\.key) == others.map(\.key) else { return .never }
            return all(zip(some, others).map { ($0.value, $1.value) }, expression, at: origin)
        default: return openEquality(left, right, expression, at: origin)
        }
    }

    /// When a text that `jsonencode` gave equals something.
    private func textEquality(_ left: Value, _ right: Value, _ expression: Expression, at origin: Origin) -> Condition {
        let texts = [left, right].map { value -> Value? in
            value.isJSONText ? value.knownJSONText.map { .text($0, origin: value.origin) } : value
        }
        guard let left = texts[0], let right = texts[1] else { return opaque(expression, at: origin) }
        return settledEquality(left, right, expression, at: origin)
    }

    private func all(_ pairs: [(Value, Value)], _ expression: Expression, at origin: Origin) -> Condition {
        var parts: [Condition] = []
        for (left, right) in pairs {
            switch equality(left, right, expression, at: origin) {
            case .never: return .never
            case .always: continue
            case let open: parts.append(open)
            }
        }
        guard parts.count <= 32 else { return opaque(expression, at: origin) }
        return parts.reduce(.always) { $0.and($1) }
    }

    private func equality(
        _ one: Value.Scalar, _ other: Value.Scalar, _ left: Value, _ right: Value, _ expression: Expression,
        at origin: Origin
    ) -> Condition {
        guard one.isQuoted == other.isQuoted else { return .never }
        if one.text == other.text { return .always }
        guard left.isNumber, right.isNumber, let number = left.convertedNumber, let second = right.convertedNumber else {
            return .never
        }
        return number.equals(second).map { $0 ? .always : .never } ?? opaque(expression, at: origin)
    }

    /// When something that is not wholly known equals something. An attribute that the configuration sets is what it sets.
    private func openEquality(_ left: Value, _ right: Value, _ expression: Expression, at origin: Origin) -> Condition {
        let (left, right) = (configured(left, at: origin), configured(right, at: origin))
        if left.knownText != nil, right.knownText != nil, !left.isOpaque, !right.isOpaque {
            return settledEquality(left, right, expression, at: origin)
        }
        if left.contradicts(right) { return .never }
        if case .scalar(let scalar) = left.content, !scalar.isQuoted || right.identityKey != nil {
            return question(right, equals: left, named: scalar.text, expression, at: origin)
        }
        if case .scalar(let scalar) = right.content {
            return question(left, equals: right, named: scalar.text, expression, at: origin)
        }
        if left.isAbsent { return question(right, equals: left, named: "null", expression, at: origin) }
        if right.isAbsent { return question(left, equals: right, named: "null", expression, at: origin) }
        guard let first = left.identityKey, let second = right.identityKey else {
            return opaque(expression, asking: .equality, [left, right], at: origin)
        }
        if first == second { return .always }
        return .atom(
            ConditionAtom(
                key: [first, second].sorted().joined(separator: "=="), label: label(of: expression),
                question: .question(.equality, [left, right], at: origin)))
    }

    /// The value that the configuration gives an attribute, where it is a text that is known; otherwise the value itself.
    private func configured(_ value: Value, at origin: Origin) -> Value {
        guard case .reference(let reference) = value.content, let known = scope.configured(reference, at: origin),
            known.knownText != nil
        else { return value }
        return known
    }

    /// The question whether something open is a text, a number or null, which it may be but once.
    private func question(
        _ subject: Value, equals other: Value, named text: String, _ expression: Expression, at origin: Origin
    ) -> Condition {
        guard let key = subject.identityKey, let otherKey = other.formulaKey else {
            return opaque(expression, asking: .equality, [subject, other], at: origin)
        }
        let written = text.isEmpty ? "''" : text
        return .atom(
            ConditionAtom(
                key: [key, otherKey].sorted().joined(separator: "=="), label: "\(subject.summary) == \(written)", subject: key,
                literal: otherKey, question: .question(.equality, [subject, other], at: origin)))
    }
}
