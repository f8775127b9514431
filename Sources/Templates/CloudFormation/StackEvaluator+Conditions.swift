import YAMLBridge

extension StackEvaluator {
    /// When a condition of the template's `Conditions` holds.
    func namedCondition(_ name: String, at origin: Origin) -> Condition {
        if let known = conditionValues[name] { return known }
        guard let entry = template.conditions[name] else {
            report(
                .unresolvedReference, "there is no condition '\(name)'", help: "Declare it under Conditions, or mend the name.",
                at: origin)
            return .atom(ConditionAtom(key: "\(index)?\(name)", label: name))
        }
        guard conditionsUnderway.insert(name).inserted else {
            report(
                .circularReference, "condition \(name) depends on itself", help: "Break the circle.",
                at: self.origin(of: entry, in: "Conditions"))
            return .atom(ConditionAtom(key: "\(index)?\(name)", label: name))
        }
        defer { conditionsUnderway.remove(name) }
        let outer = conditionName
        conditionName = name
        defer { conditionName = outer }
        let value = condition(entry.value, at: self.origin(of: entry, in: "Conditions"))
        conditionValues[name] = value
        return value
    }

    /// When the condition that a node states holds.
    func condition(_ node: Node, at origin: Origin) -> Condition {
        guard builder.spendStep() else { return opaque(origin) }
        if let function = IntrinsicFunction(node) { return conditionValue(function, at: origin) }
        if node.kind == .scalar, let constant = Self.truth(node.text) { return constant ? .always : .never }
        report(
            .malformedFunction, "a condition is Fn::Equals, Fn::And, Fn::Or, Fn::Not or another condition",
            help: "Write it with one of these functions.", at: origin)
        return opaque(origin)
    }

    /// The condition that a function states.
    func conditionValue(_ function: IntrinsicFunction, at origin: Origin) -> Condition {
        switch function.name {
        case "Condition" where function.argument.kind == .scalar:
            return namedCondition(function.argument.text, at: origin)
        case "Fn::Equals":
            guard let sides = arguments(of: function, 2...2, shape: "a list of two values", at: origin) else {
                return opaque(origin)
            }
            return equality(evaluate(sides[0], at: origin), evaluate(sides[1], at: origin), at: origin)
        case "Fn::Not":
            guard let parts = arguments(of: function, 1...1, shape: "a list of one condition", at: origin) else {
                return opaque(origin)
            }
            return unlabelled { condition(parts[0], at: origin) }.negated
        case "Fn::And", "Fn::Or":
            guard let parts = arguments(of: function, 1...10, shape: "a list of up to ten conditions", at: origin) else {
                return opaque(origin)
            }
            let values = unlabelled { parts.map { condition($0, at: origin) } }
            return function.name == "Fn::And"
                ? values.reduce(.always) { $0.and($1) } : values.reduce(.never) { $0.or($1) }
        default:
            let value = evaluateArgument(function, at: origin)
            if let constant = value.knownText.flatMap(Self.truth) { return constant ? .always : .never }
            return opaque(origin)
        }
    }

    /// A question that nothing can decide.
    private func opaque(_ origin: Origin) -> Condition {
        let key = "\(index)@\(origin.node.byteRange.lowerBound)"
        return .atom(ConditionAtom(key: key, label: conditionName ?? "a condition"))
    }

    /// Reads parts of a compound condition, whose questions do not bear its name.
    private func unlabelled<Result>(_ body: () -> Result) -> Result {
        let name = conditionName
        conditionName = nil
        defer { conditionName = name }
        return body()
    }

    /// When two values are equal.
    private func equality(_ left: Value, _ right: Value, at origin: Origin) -> Condition {
        if case .choice(let condition, let yes, let no) = left.content {
            return condition.and(equality(yes, right, at: origin))
                .or(condition.negated.and(equality(no, right, at: origin)))
        }
        if case .choice = right.content { return equality(right, left, at: origin) }
        if let leftText = left.knownText, let rightText = right.knownText {
            return leftText == rightText ? .always : .never
        }
        if left.contradicts(right) { return .never }
        guard let leftKey = left.identityKey, let rightKey = right.identityKey else { return opaque(origin) }
        if leftKey == rightKey { return .always }
        let subject = left.knownText == nil ? left : right
        let literal = right.knownText ?? left.knownText
        let label = conditionName ?? "\(subject.summary) == \(literal ?? right.summary)"
        return .atom(
            ConditionAtom(
                key: [leftKey, rightKey].sorted().joined(separator: "=="), label: label,
                subject: literal == nil ? nil : (left.knownText == nil ? leftKey : rightKey), literal: literal))
    }

    static func truth(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
    }
}
