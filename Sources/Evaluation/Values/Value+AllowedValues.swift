import YAMLBridge

extension Value {
    /// Most allowed values of a parameter that one value is split into.
    package static let mostAllowedValues = 8

    /// Of a parameter without value that can only be one of a few `AllowedValues`, each of these under the question whether
    /// it is that one; any other value as it is.
    ///
    /// The questions are those of conditions and mappings, so that all of them agree in a world. What names or links
    /// something is not to be split: the unknown value knows that it equals itself, the texts do not know where they meet.
    package var splitByAllowedValues: Value {
        guard case .unknown(let reasons, let mayBeAbsent) = content, reasons.count == 1, let reason = reasons.first,
            let source = reason.source
        else { return self }
        if reason.shape == .truth { return splitByTruth(source, mayBeNull: mayBeAbsent || reason.mayBeNull) }
        if mayBeAbsent, reason.shape != nil, reason.mayBeNull { return splitByNull(source, reasons) }
        guard !mayBeAbsent, let last = reason.allowed.last else { return self }
        return reason.allowed.dropLast().reversed().reduce(allowed(last)) { rest, text in
            let question = ConditionAtom.equality(
                of: "?\(source)", named: summary, to: text, allowed: reason.allowed, value: self)
            return Value.choice(.atom(question), allowed(text), rest, origin: origin)
        }
    }

    /// Null and anything else, under the question whether it is null.
    private func splitByNull(_ source: String, _ reasons: [Reason]) -> Value {
        let null = Value(.absent, origin: origin, steps: steps)
        let given = Value(.unknown(reasons, mayBeAbsent: false), origin: origin, steps: steps, mentions: mentions)
        let isNull = ConditionAtom(
            key: ["?\(source)", "null"].sorted().joined(separator: "=="), label: "\(summary) == null", subject: "?\(source)",
            literal: "null", question: .equality(of: self, to: null))
        return Value.choice(.atom(isNull), null, given, origin: origin)
    }

    /// True, false, and null where it may be that, each under the question whether it is.
    private func splitByTruth(_ source: String, mayBeNull: Bool) -> Value {
        func side(_ truth: Bool) -> Value {
            Value(.scalar(Scalar(truth ? "true" : "false", isQuoted: false)), origin: origin, steps: steps)
        }
        func question(_ truth: Bool) -> Condition {
            let text = truth ? "true" : "false"
            return .atom(
                ConditionAtom(
                    key: "?\(source)=='\(text)'", label: summary, subject: "?\(source)", literal: text,
                    alternatives: mayBeNull ? [] : [truth ? "false" : "true"],
                    question: truth ? self : .equality(of: self, to: side(false))))
        }
        guard mayBeNull else { return Value.choice(question(true), side(true), side(false), origin: origin) }
        let other = Value.choice(question(false), side(false), Value(.absent, origin: origin), origin: origin)
        return Value.choice(question(true), side(true), other, origin: origin)
    }

    /// One of the values, whose way ends at the place in `AllowedValues`.
    private func allowed(_ text: String) -> Value {
        var steps = steps
        if let last = steps.last, let parameter = last.origin, let node = Self.allowedNode(text, of: parameter.node) {
            let place = parameter.child(.key("AllowedValues"), node: node, key: nil)
            steps.append(OriginStep(kind: last.kind, label: "\(last.label), one of its AllowedValues", origin: place))
        }
        return Value(.scalar(Scalar(text)), origin: origin, steps: steps)
    }

    private static func allowedNode(_ text: String, of parameter: Node) -> Node? {
        parameter["AllowedValues"]?.elements.first { $0.kind == .scalar && $0.text == text }
    }
}
