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
        guard case .unknown(let reasons, mayBeAbsent: false) = content, reasons.count == 1, let reason = reasons.first,
            let source = reason.source, let last = reason.allowed.last
        else { return self }
        return reason.allowed.dropLast().reversed().reduce(allowed(last)) { rest, text in
            let question = ConditionAtom.equality(
                of: "?\(source)", named: summary, to: text, allowed: reason.allowed, value: self)
            return Value.choice(.atom(question), allowed(text), rest, origin: origin)
        }
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
