import Evaluation
import YAMLBridge

/// When values are equal.
struct EqualityReader: StackPart {
    unowned let stack: StackEvaluator

    private var facts: [String: ParameterFacts] { stack.builder.parameterFacts }

    /// Most allowed values of a parameter that are tried one after another.
    private static let mostAllowedValues = 64

    /// When two values are equal.
    func equality(_ left: Value, _ right: Value, at origin: Origin) -> Condition {
        let choices = left.choiceCount(upTo: 33) * right.choiceCount(upTo: 33)
        guard choices > 1 else { return settledEquality(left, right, at: origin) }
        return choices > 32
            ? stack.conditions.opaque(origin, asking: left, right) : scope.unlabelled { settledEquality(left, right, at: origin) }
    }

    private func settledEquality(_ left: Value, _ right: Value, at origin: Origin) -> Condition {
        if case .choice(let condition, let yes, let no) = left.content {
            return condition.and(settledEquality(yes, right, at: origin))
                .or(condition.negated.and(settledEquality(no, right, at: origin)))
        }
        if case .choice = right.content { return settledEquality(right, left, at: origin) }
        work.spend((left.size(upTo: 1 << 20) + right.size(upTo: 1 << 20)) / 64, at: origin)
        if let leftText = left.knownText, let rightText = right.knownText {
            scope.assume(left.assumedDefaults + right.assumedDefaults)
            return leftText == rightText ? .always : .never
        }
        if left.contradicts(right) { return .never }
        if let text = right.knownText { return equality(of: left, toText: text, at: origin) }
        if let text = left.knownText { return equality(of: right, toText: text, at: origin) }
        return equality(ofUnknown: left, right, at: origin)
    }

    private func equality(ofUnknown left: Value, _ right: Value, at origin: Origin) -> Condition {
        guard let leftKey = left.identityKey, let rightKey = right.identityKey else {
            return stack.conditions.opaque(origin, asking: left, right)
        }
        if leftKey == rightKey { return .always }
        if let some = facts[leftKey]?.allowed, let others = facts[rightKey]?.allowed,
            Set(some).isDisjoint(with: others)
        {
            return .never
        }
        return .atom(
            ConditionAtom(
                key: [leftKey, rightKey].sorted().joined(separator: "=="),
                label: scope.conditionName ?? "\(left.summary) == \(right.summary)", question: .equality(of: left, to: right)))
    }

    /// When something that is not wholly known equals a text.
    private func equality(of value: Value, toText text: String, at origin: Origin) -> Condition {
        guard let key = value.identityKey else {
            return stack.conditions.opaque(origin, asking: value, Value(.scalar(.init(text)), origin: origin))
        }
        let known = facts[key]
        if let hidden = known?.hidden { return hidden == text ? .always : .never }
        if let allowed = known?.allowed {
            return question(value, key, equals: [text].filter(allowed.contains), of: allowed)
        }
        if let (subject, subjectKey, allowed) = soleParameter(of: value) {
            let matching = allowed.filter { value.text(replacing: subjectKey, by: $0) == text }
            return question(subject, subjectKey, equals: matching, of: allowed)
        }
        return .atom(atom(value, key, equals: text))
    }

    /// When a parameter takes one of some values out of those that it may take.
    private func question(
        _ subject: Value, _ key: String, equals texts: [String], of allowed: [String]
    ) -> Condition {
        if texts.count == allowed.count { return .always }
        if texts.count == 1 { return .atom(atom(subject, key, equals: texts[0])) }
        return scope.unlabelled { texts.reduce(Condition.never) { $0.or(.atom(atom(subject, key, equals: $1))) } }
    }

    /// The question whether something unknown equals a text.
    func atom(_ subject: Value, _ key: String, equals text: String) -> ConditionAtom {
        .equality(
            of: key, named: subject.summary, to: text, condition: scope.conditionName,
            allowed: facts[key]?.allowed ?? [], value: subject)
    }

    /// The one parameter with allowed values that a text depends on, when it depends on nothing else.
    private func soleParameter(of value: Value) -> (Value, key: String, allowed: [String])? {
        guard case .text(let parts) = value.content else { return nil }
        var found: (Value, key: String, allowed: [String])?
        for part in parts {
            guard case .value(let part) = part else { continue }
            guard let key = part.identityKey, let allowed = facts[key]?.allowed,
                allowed.count <= Self.mostAllowedValues, found.map({ $0.key == key }) ?? true
            else { return nil }
            found = (part, key, allowed)
        }
        return found
    }
}

extension Value {
    /// The text with the parts of one identity replaced; `nil` when it has others.
    fileprivate func text(replacing key: String, by replacement: String) -> String? {
        var result = ""
        for part in textParts {
            switch part {
            case .literal(let text): result += text
            case .value(let value):
                guard value.identityKey == key else { return nil }
                result += replacement
            }
        }
        return result
    }
}
