import Evaluation
import Text
import YAMLBridge

extension IntrinsicEvaluator {
    // MARK: - Ref

    func reference(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        if function.argument.kind == .scalar, function.isShortForm || function.argument.tag == nil {
            let name = scope.text(of: function.argument)
            return reference(to: name, at: origin) ?? unresolved(name, at: origin)
        }
        guard IntrinsicFunction(function.argument, ignoringTag: function.isShortForm) != nil else {
            reportShape(of: function, "the name of a parameter or resource", at: origin)
            return malformed(function, at: origin)
        }
        checkLanguageExtensions("a function inside Ref", at: origin)
        return evaluateArgument(function, at: origin).flatMap { name in
            guard let text = name.knownText else { return .unknown(name.unknownReasons, at: origin) }
            return reference(to: text, at: origin) ?? unresolved(text, at: origin)
        }
    }

    /// What `Ref` of a name gives; `nil` when the template has no such name.
    func reference(to name: String, at origin: Origin) -> Value? {
        if let text = scope.loops[name] { return Value(.scalar(.init(text)), origin: origin) }
        if let value = stack.parameters.pseudoParameter(name, origin: origin) { return value }
        if let value = stack.parameters.value(of: name) {
            let step = OriginStep(
                kind: .parameter(name: name), label: "parameter \(displayName(name))",
                origin: sections.parameters[name].map { self.origin(of: $0.value, key: $0.key, in: "Parameters") })
            return value.moved(to: origin, step: step)
        }
        guard stack.serverless.isDeclared(name) else { return stack.serverless.reference(to: name, at: origin) }
        let id = ResourceID(stack: index, logicalID: name)
        return Value(.reference(Reference(resource: id, attribute: .identifier)), origin: origin)
    }

    func unresolved(_ name: String, at origin: Origin) -> Value {
        if !stack.sectionReader.mayHold(name) {
            let names = Array(sections.resourceTypes.keys) + Array(sections.parameters.keys)
            report(
                .unresolvedReference, "there is no parameter or resource '\(name)'",
                help: suggestion(for: name, among: names) ?? "Declare it, or correct the name.", at: origin)
        }
        return .unknown(Reason("there is no parameter or resource '\(name)'"), origin: origin)
    }

    // MARK: - Fn::GetAtt

    func attribute(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        guard let (resource, attribute) = attributeNames(function, at: origin) else {
            return malformed(function, at: origin)
        }
        return resource.flatMap { resource in
            attribute.flatMap { attribute in
                guard let id = resource.knownText, let name = attribute.knownText else {
                    return .unknown(resource.unknownReasons + attribute.unknownReasons, at: origin)
                }
                return self.attribute(name, of: id, at: origin) ?? unresolved(id, at: origin)
            }
        }
    }

    /// The resource and the attribute, either of which a function may make: the attribute in every template, the resource with
    /// the language extensions.
    private func attributeNames(_ function: IntrinsicFunction, at origin: Origin) -> (Value, Value)? {
        let argument = function.argument
        if argument.kind == .scalar, case let text = scope.text(of: argument), let dot = text.firstIndex(of: ".") {
            let attribute = String(text[text.index(after: dot)...])
            return (
                Value(.scalar(.init(String(text[..<dot]))), origin: origin),
                Value(.scalar(.init(attribute)), origin: origin)
            )
        }
        if argument.kind == .sequence, argument.count >= 2, let first = argument.elements.first {
            if IntrinsicFunction(first) != nil { checkLanguageExtensions("a function as the resource of Fn::GetAtt", at: origin) }
            let rest = argument.elements.dropFirst().map { evaluate($0, at: origin).textParts }
            let attribute = joined(Array(rest.joined(separator: [.literal(".")])), at: origin)
            return (evaluate(first, at: origin), attribute)
        }
        report(
            .malformedFunction, "Fn::GetAtt takes a resource and an attribute",
            help: "Write !GetAtt Resource.Attribute, or a list of the two.", at: origin)
        return nil
    }

    /// An attribute of a resource; `nil` when the template has no such resource.
    func attribute(_ attribute: String, of resource: String, at origin: Origin) -> Value? {
        guard stack.serverless.isDeclared(resource) else { return nil }
        if stack.nestedStacks.isNestedStack(resource), attribute.hasPrefix("Outputs.") {
            return stack.nestedStacks.output(String(attribute.dropFirst("Outputs.".count)), ofNested: resource, at: origin)
        }
        let (target, name) = stack.serverless.target(of: attribute, in: resource)
        let id = ResourceID(stack: index, logicalID: target)
        return Value(.reference(Reference(resource: id, attribute: .named(name))), origin: origin)
    }
}
