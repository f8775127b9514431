import YAMLBridge

extension StackEvaluator {
    /// A parameter's value as `Ref` gives it; `nil` when there is no such parameter.
    func parameter(_ name: String) -> Value? {
        guard let entry = template.parameters[name] else { return nil }
        if let value = parameterValues[name] { return value }
        let origin = origin(of: entry, in: "Parameters")
        guard parametersUnderway.insert(name).inserted else {
            report(
                .circularReference, "parameter \(name) depends on itself through the stacks that pass it",
                help: "Break the circle: one of the stacks must get the value from elsewhere.", at: origin)
            return .unknown(Reason("parameter \(name) depends on itself"), origin: origin)
        }
        defer { parametersUnderway.remove(name) }
        let value = typed(passedOrDefault(name, entry, origin: origin), type: entry.value["Type"]?.text ?? "String")
        checkAllowedValues(of: name, entry, value: value)
        parameterValues[name] = value
        return value
    }

    private func passedOrDefault(_ name: String, _ entry: Node.Entry, origin: Origin) -> Value {
        if let argument = argument(name), !argument.value.isAbsent {
            return argument.value.moved(to: origin, step: argument.step)
        }
        let source = "\(index)#\(name)"
        guard let fallback = entry.value.entry("Default") else {
            return .unknown(Reason("parameter \(displayName(name)) has no value", source: source), origin: origin)
        }
        guard builder.options.assumesDefaults else {
            return .unknown(
                Reason("parameter \(displayName(name)) has only a default", source: source), origin: origin)
        }
        let place = origin.child(.key("Default"), node: fallback.value, key: fallback.key)
        let step = OriginStep(
            kind: .assumedDefault(parameter: name, value: fallback.value.text),
            label: "parameter \(displayName(name)), its default", origin: place)
        return Value(.scalar(Self.scalar(fallback.value)), origin: origin, steps: [step])
    }

    /// Gives a passed text the shape of the parameter's type: a list for list types, unknown for what AWS looks up.
    private func typed(_ value: Value, type: String) -> Value {
        if type.hasPrefix("AWS::SSM::Parameter::Value") {
            return value.flatMap { path in
                let name = path.knownText.map { " \($0)" } ?? ""
                return Value(
                    .unknown([Reason("SSM parameter\(name) is read at deployment")], mayBeAbsent: false),
                    origin: value.origin)
            }
        }
        guard type == "CommaDelimitedList" || type.hasPrefix("List<") else { return value }
        return value.flatMap { part in
            guard case .scalar(let scalar) = part.content else { return Self.listOfUnknownText(part) }
            let elements = scalar.text.split(separator: ",", omittingEmptySubsequences: false).map { element in
                Value(.scalar(.init(Self.trimmed(element))), origin: part.origin, steps: part.steps)
            }
            return Value(.list(elements, open: []), origin: part.origin, steps: part.steps)
        }
    }

    /// Text with unknown parts that AWS will cut at commas: how many elements that gives is not known.
    private static func listOfUnknownText(_ value: Value) -> Value {
        guard case .text = value.content else { return value }
        return .unknown(Reason("a list made of a text that is not wholly known"), origin: value.origin)
    }

    private func checkAllowedValues(of name: String, _ entry: Node.Entry, value: Value) {
        guard let allowed = entry.value["AllowedValues"], allowed.kind == .sequence, let text = value.knownText,
            !allowed.elements.contains(where: { $0.text == text })
        else { return }
        let choices = allowed.elements.prefix(10).map(\.text).joined(separator: ", ")
        let place = value.steps.compactMap(\.origin).first ?? origin(of: entry, in: "Parameters")
        report(
            .valueOutsideAllowedValues, "parameter \(displayName(name)) is '\(text)', which is not among its AllowedValues",
            help: "Give one of: \(choices).", at: place)
    }

    /// A pseudo parameter's value; `nil` when the name is none.
    func pseudoParameter(_ name: String, origin: Origin) -> Value? {
        switch name {
        case "AWS::NoValue": return Value(.absent, origin: origin)
        case "AWS::Region":
            if let region = builder.options.region { return Value(.scalar(.init(region)), origin: origin) }
        case "AWS::AccountId", "AWS::StackName", "AWS::StackId", "AWS::Partition", "AWS::URLSuffix",
            "AWS::NotificationARNs":
            break
        default: return nil
        }
        let scope = name == "AWS::StackName" || name == "AWS::StackId" ? "\(index)" : ""
        return .unknown(Reason("\(name) is known at deployment only", source: "\(scope)#\(name)"), origin: origin)
    }

    static func scalar(_ node: Node) -> Value.Scalar { .init(node.text, isQuoted: node.style != .plain) }

    static func trimmed(_ text: Substring) -> String {
        var view = text
        while view.first?.isWhitespace == true { view.removeFirst() }
        while view.last?.isWhitespace == true { view.removeLast() }
        return String(view)
    }
}
