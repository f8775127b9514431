import YAMLBridge

extension StackEvaluator {
    /// What a node says, with its functions evaluated.
    ///
    /// - Parameters:
    ///   - origin: where the value is used.
    ///   - ignoringTag: the node's own tag was already read as a function whose argument the node is.
    func evaluate(_ node: Node, at origin: Origin, ignoringTag: Bool = false) -> Value {
        guard builder.spendStep() else {
            return .unknown(Reason("the template asks for more work than a lint does"), origin: origin)
        }
        if let function = IntrinsicFunction(node, ignoringTag: ignoringTag) {
            return call(function, at: origin)
        }
        switch node.kind {
        case .scalar: return scalarValue(node, at: origin)
        case .sequence: return listValue(node, at: origin)
        case .mapping: return mapValue(node, at: origin)
        }
    }

    private func scalarValue(_ node: Node, at origin: Origin) -> Value {
        if node.isNull { return Value(.absent, origin: origin) }
        let text = node.text
        guard text.utf8.contains(UInt8(ascii: "{")), text.hasPrefix("{{resolve:"), text.hasSuffix("}}") else {
            return Value(.scalar(Self.scalar(node)), origin: origin)
        }
        return Value(.external(description: "the value of \(text)"), origin: origin)
    }

    private func listValue(_ node: Node, at origin: Origin) -> Value {
        let elements = node.elements.enumerated().map { index, element in
            evaluate(element, at: origin.child(.index(index), node: element, key: nil))
        }
        return Value(.list(elements.filter { !$0.isAbsent }, open: []), origin: origin)
    }

    private func mapValue(_ node: Node, at origin: Origin) -> Value {
        var members: [Value.Member] = []
        members.reserveCapacity(node.count)
        for entry in node.entries {
            let key = entry.key.text
            if key == "<<" {
                members.insert(contentsOf: mergedMembers(entry, at: origin), at: 0)
                continue
            }
            if key.hasPrefix("Fn::Transform") || key.hasPrefix("Fn::ForEach") {
                return .unknown(
                    Reason("\(key) is expanded at deployment"), mayBeAbsent: true, origin: origin)
            }
            let place = origin.child(.key(key), node: entry.value, key: entry.key)
            members.append(Value.Member(key: key, value: evaluate(entry.value, at: place)))
        }
        return Value(.map(members), origin: origin)
    }

    /// The members that a merge key brings, behind which the map's own stand. CloudFormation itself takes none, the AWS CLI
    /// and SAM resolve them before they send a template.
    private func mergedMembers(_ entry: Node.Entry, at origin: Origin) -> [Value.Member] {
        let sources = entry.value.kind == .sequence ? entry.value.elements : [entry.value]
        return sources.reversed().flatMap { source -> [Value.Member] in
            guard case .map(let members) = evaluate(source, at: origin).content else { return [] }
            return members
        }
    }

    private func call(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        switch function.name {
        case "Ref": return reference(function, at: origin)
        case "Fn::GetAtt": return attribute(function, at: origin)
        case "Fn::Sub": return substitution(function, at: origin)
        case "Fn::ImportValue": return importedValue(function, at: origin)
        case "Fn::Join": return join(function, at: origin)
        case "Fn::Select": return select(function, at: origin)
        case "Fn::Split": return split(function, at: origin)
        case "Fn::If": return conditional(function, at: origin)
        case "Fn::FindInMap": return mapped(function, at: origin)
        case "Fn::Base64": return evaluateArgument(function, at: origin)
        case "Fn::GetAZs": return .unknown(Reason("the zones of a region are known at deployment only"), origin: origin)
        case "Fn::Cidr": return .unknown(Reason("Fn::Cidr is worked out at deployment"), origin: origin)
        case "Fn::Transform", "Fn::Length", "Fn::ToJsonString": return expandedAtDeployment(function, at: origin)
        case "Fn::GetStackOutput": return Value(.external(description: "an output of another stack"), origin: origin)
        case "Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals", "Condition": return truthValue(function, at: origin)
        default:
            report(
                .malformedFunction, "CloudFormation has no function \(function.name)",
                help: "Check the spelling of the function's name or tag.", at: origin)
            return .unknown(Reason("\(function.name) is no CloudFormation function"), mayBeAbsent: true, origin: origin)
        }
    }

    func evaluateArgument(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        evaluate(function.argument, at: origin, ignoringTag: function.isShortForm)
    }

    private func expandedAtDeployment(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        .unknown(Reason("\(function.name) is expanded at deployment"), mayBeAbsent: true, origin: origin)
    }

    /// A condition function where a value stands: CloudFormation knows it in conditions only, so that one which is not
    /// decided says nothing.
    private func truthValue(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        switch conditionValue(function, at: origin) {
        case .always: Value(.scalar(.init("true", isQuoted: false)), origin: origin)
        case .never: Value(.scalar(.init("false", isQuoted: false)), origin: origin)
        default: .unknown(Reason("\(function.name) stands outside a condition"), origin: origin)
        }
    }

    /// The arguments of a function that takes a list of `counts.lowerBound` to `counts.upperBound`; otherwise a problem is
    /// reported and `nil` comes back.
    func arguments(
        of function: IntrinsicFunction, _ counts: ClosedRange<Int>, shape: String, at origin: Origin
    ) -> [Node]? {
        if function.argument.kind == .sequence, counts.contains(function.argument.count) {
            return function.argument.elements
        }
        if function.argument.kind == .mapping, function.argument.entry("Fn::Transform") != nil { return nil }
        report(
            .malformedFunction, "\(function.name) takes \(shape)",
            help: "Write it as the CloudFormation reference shows: \(function.name) with \(shape).", at: origin)
        return nil
    }

    func malformed(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        .unknown(Reason("\(function.name) is malformed"), mayBeAbsent: true, origin: origin)
    }

    // MARK: - Fn::If

    private func conditional(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        guard let parts = arguments(of: function, 3...3, shape: "a list of condition, value and other value", at: origin)
        else { return malformed(function, at: origin) }
        let condition = parts[0].kind == .scalar && parts[0].tag == nil
            ? namedCondition(parts[0].text, at: origin)
            : self.condition(parts[0], at: origin)
        let sides = parts.dropFirst().map { side in
            Origin(
                node: side, key: nil, parent: origin.parent, component: origin.component, resource: origin.resource)
        }
        switch condition {
        case .always: return evaluate(parts[1], at: origin)
        case .never: return evaluate(parts[2], at: origin)
        default:
            return Value.choice(
                condition, evaluate(parts[1], at: sides[0]), evaluate(parts[2], at: sides[1]), origin: origin)
        }
    }
}
