import YAMLBridge

extension StackEvaluator {
    // MARK: - Ref

    func reference(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        guard function.argument.kind == .scalar else {
            report(
                .malformedFunction, "Ref takes the name of a parameter or resource",
                help: "Write one logical id.", at: origin)
            return malformed(function, at: origin)
        }
        return reference(to: function.argument.text, at: origin)
            ?? unresolved(function.argument.text, at: origin)
    }

    /// What `Ref` of a name gives; `nil` when the template has no such name.
    func reference(to name: String, at origin: Origin) -> Value? {
        if let value = pseudoParameter(name, origin: origin) { return value }
        if let value = parameter(name) {
            let step = OriginStep(
                kind: .parameter(name: name), label: "parameter \(displayName(name))",
                origin: template.parameters[name].map { self.origin(of: $0, in: "Parameters") })
            return value.moved(to: origin, step: step)
        }
        guard isDeclared(name) else { return serverlessReference(name, at: origin) }
        let id = ResourceID(stack: index, logicalID: name)
        return Value(.reference(Reference(resource: id, attribute: .identifier)), origin: origin)
    }

    private func unresolved(_ name: String, at origin: Origin) -> Value {
        // A macro may add what the name means.
        if openReasons().isEmpty {
            report(
                .unresolvedReference, "there is no parameter or resource '\(name)'",
                help: nearest(to: name).map { "Did you mean '\($0)'?" } ?? "Declare it, or mend the name.", at: origin)
        }
        return .unknown(Reason("there is no parameter or resource '\(name)'"), origin: origin)
    }

    private func nearest(to name: String) -> String? {
        let lower = name.lowercased()
        let names = Array(resourceTypes.keys) + Array(template.parameters.keys)
        return names.sorted().first { $0.lowercased() == lower || $0.lowercased().hasPrefix(lower) }
    }

    // MARK: - Fn::GetAtt

    func attribute(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        guard let (resource, attribute) = attributeNames(function, at: origin) else {
            return malformed(function, at: origin)
        }
        return attribute.flatMap { attribute in
            guard let name = attribute.knownText else {
                return Value(.unknown(attribute.unknownReasons, mayBeAbsent: false), origin: origin)
            }
            return self.attribute(name, of: resource, at: origin) ?? unresolved(resource, at: origin)
        }
    }

    private func attributeNames(_ function: IntrinsicFunction, at origin: Origin) -> (String, Value)? {
        let argument = function.argument
        if argument.kind == .scalar, let dot = argument.text.firstIndex(of: ".") {
            let text = argument.text
            let attribute = String(text[text.index(after: dot)...])
            return (String(text[..<dot]), Value(.scalar(.init(attribute)), origin: origin))
        }
        if argument.kind == .sequence, argument.count >= 2, let first = argument.elements.first, first.kind == .scalar,
            first.tag == nil
        {
            let rest = argument.elements.dropFirst().map { evaluate($0, at: origin).textParts }
            let parts = rest.joined(separator: [.literal(".")])
            return (first.text, Value.text(Array(parts), origin: origin, steps: []))
        }
        // AWS::LanguageExtensions lets a function name the resource.
        if template.transforms.contains("AWS::LanguageExtensions") { return nil }
        report(
            .malformedFunction, "Fn::GetAtt takes a resource and an attribute",
            help: "Write !GetAtt Resource.Attribute, or a list of the two.", at: origin)
        return nil
    }

    /// An attribute of a resource; `nil` when the template has no such resource.
    func attribute(_ attribute: String, of resource: String, at origin: Origin) -> Value? {
        guard isDeclared(resource) else { return nil }
        if isNestedStack(resource), attribute.hasPrefix("Outputs.") {
            return output(String(attribute.dropFirst("Outputs.".count)), ofNested: resource, at: origin)
        }
        let (target, name) = serverlessTarget(of: attribute, in: resource)
        let id = ResourceID(stack: index, logicalID: target)
        return Value(.reference(Reference(resource: id, attribute: .named(name))), origin: origin)
    }

    // MARK: - Fn::Sub

    func substitution(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        var textNode = function.argument
        var variables: [String: Value] = [:]
        if function.argument.kind == .sequence {
            guard let parts = arguments(of: function, 2...2, shape: "a text, or a list of text and variables", at: origin),
                parts[1].kind == .mapping
            else { return malformed(function, at: origin) }
            textNode = parts[0]
            for entry in parts[1].entries {
                let place = Origin(
                    node: entry.value, key: entry.key, parent: origin.parent, component: origin.component,
                    resource: origin.resource)
                variables[entry.key.text] = evaluate(entry.value, at: place)
            }
        }
        if textNode.kind == .mapping, textNode.entry("Fn::Transform") != nil { return malformed(function, at: origin) }
        guard textNode.kind == .scalar else {
            report(
                .malformedFunction, "Fn::Sub takes a text, or a list of text and variables",
                help: "Write the text as one scalar.", at: origin)
            return malformed(function, at: origin)
        }
        return substitute(SubstitutionText(textNode.text), in: textNode, variables: variables, at: origin)
    }

    private func substitute(
        _ text: SubstitutionText, in node: Node, variables: [String: Value], at origin: Origin
    ) -> Value {
        var steps: [OriginStep] = []
        let parts = text.pieces.flatMap { piece -> [TextPart] in
            switch piece {
            case .literal(let literal): return [.literal(literal)]
            case .variable(let name, _):
                let value = variables[name] ?? variable(name, at: origin)
                guard builder.spendStep() else { return [.literal("")] }
                if value.knownText != nil { steps += value.steps }
                return value.textParts
            }
        }
        return Value.text(parts, origin: origin, steps: steps)
    }

    /// `${Name}` or `${Resource.Attribute}` of a substitution.
    private func variable(_ name: String, at origin: Origin) -> Value {
        if let value = reference(to: name, at: origin) { return value }
        if let dot = name.firstIndex(of: "."),
            let value = attribute(String(name[name.index(after: dot)...]), of: String(name[..<dot]), at: origin)
        {
            return value
        }
        return unresolved(name, at: origin)
    }

    // MARK: - Fn::ImportValue

    func importedValue(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        evaluateArgument(function, at: origin).flatMap { name in
            guard let text = name.knownText else {
                return Value(
                    .unknown(name.unknownReasons + [Reason("which export is imported is not known")], mayBeAbsent: false),
                    origin: origin)
            }
            guard let exported = builder.exportedValue(named: text) else {
                return Value(.external(description: "the export \(text)"), origin: origin)
            }
            let step = OriginStep(
                kind: .importedValue(name: text), label: "export \(text)", origin: exported.origin)
            return exported.moved(to: origin, step: step)
        }
    }
}
