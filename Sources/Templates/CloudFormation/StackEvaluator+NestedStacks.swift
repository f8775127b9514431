import YAMLBridge

extension StackEvaluator {
    /// Deepest nesting of stacks that is followed.
    private static let deepestNesting = 16

    /// The entries of nested stacks.
    var nestedStackEntries: [Node.Entry] {
        template.resources.filter { isNestedStack($0.key.text) }
    }

    /// A nested stack, or an application of SAM, which becomes one.
    func isNestedStack(_ logicalID: String) -> Bool {
        switch resourceTypes[logicalID] {
        case "AWS::CloudFormation::Stack": true
        case ServerlessTransform.application: template.isServerless
        default: false
        }
    }

    /// The stack that a nested stack resource makes; `nil` when its template is not in the input, with the reason kept.
    func child(_ logicalID: String) -> StackEvaluator? {
        if let child = children[logicalID] { return child }
        guard unfollowed[logicalID] == nil,
            let entry = template.resources.last(where: { $0.key.text == logicalID })
        else { return nil }
        let origin = resourceOrigin(entry)
        guard let document = nestedDocument(entry, origin: origin) else { return nil }
        guard !ancestors.contains(document.path), ancestors.count < Self.deepestNesting else {
            report(
                .circularReference, "nested stack \(displayName(logicalID)) uses a template that it is part of",
                help: "Break the circle.", at: origin)
            unfollowed[logicalID] = Reason("nested stack \(displayName(logicalID)) is circular")
            return nil
        }
        guard let child = builder.addStack(document, name: displayName(logicalID), parent: self, argument: arguments(entry, origin: origin))
        else {
            unfollowed[logicalID] = Reason("\(document.path) of nested stack \(displayName(logicalID)) is no template")
            return nil
        }
        children[logicalID] = child
        return child
    }

    /// The document of a nested stack's template.
    func nestedDocument(_ entry: Node.Entry, origin: Origin) -> Document? {
        let logicalID = entry.key.text
        guard let reference = templateReference(entry, origin: origin) else {
            unfollowed[logicalID] = Reason("which template nested stack \(displayName(logicalID)) uses is not known")
            return nil
        }
        if let document = builder.document(for: reference, usedBy: template.document) { return document }
        if unfollowed[logicalID] == nil {
            report(
                .nestedTemplateNotFound, "the template of nested stack \(displayName(logicalID)), \(reference), is not in the input",
                help: "Name the file as well, or put its folder under roots in ecslint.yaml; until then what depends on it is undecided.",
                at: origin)
        }
        unfollowed[logicalID] = Reason("the template of nested stack \(displayName(logicalID)) is not in the input")
        return nil
    }

    /// A file name or relative path out of a nested stack's `TemplateURL`, without query and fragment, or CDK's asset metadata.
    private func templateReference(_ entry: Node.Entry, origin: Origin) -> String? {
        templateAddress(entry, origin: origin).map { address in String(address.prefix { $0 != "?" && $0 != "#" }) }
    }

    private func templateAddress(_ entry: Node.Entry, origin: Origin) -> String? {
        if let asset = entry.value["Metadata"]?["aws:asset:path"], asset.kind == .scalar { return asset.text }
        let name = resourceTypes[entry.key.text] == ServerlessTransform.application ? "Location" : "TemplateURL"
        guard let url = entry.value["Properties"]?.entry(name) else { return nil }
        let place = origin.child(.key("Properties"), node: url.value, key: url.key)
        switch evaluate(url.value, at: place.child(.key(name), node: url.value, key: url.key)).content {
        case .scalar(let scalar): return scalar.text
        case .text(let parts):
            guard case .literal(let end)? = parts.last, end.contains("/") || end.contains(".") else { return nil }
            return end
        default: return nil
        }
    }

    /// What the nested stack's `Parameters` pass, each evaluated when it is asked for.
    private func arguments(_ entry: Node.Entry, origin: Origin) -> (String) -> Argument? {
        guard let properties = entry.value.entry("Properties"), let parameters = properties.value.entry("Parameters") else {
            return { _ in nil }
        }
        let place = origin.child(.key("Properties"), node: properties.value, key: properties.key)
            .child(.key("Parameters"), node: parameters.value, key: parameters.key)
        let logicalID = entry.key.text
        return { [unowned self] name in
            guard parameters.value.kind == .mapping else { return nil }
            guard let passed = parameters.value.entry(name) else { return nil }
            let where_ = place.child(.key(name), node: passed.value, key: passed.key)
            let step = OriginStep(
                kind: .parameter(name: name), label: "Parameters of \(displayName(logicalID))", origin: where_)
            return Argument(value: evaluate(passed.value, at: where_), step: step)
        }
    }

    /// An output of a nested stack.
    func output(_ output: String, ofNested logicalID: String, at origin: Origin) -> Value {
        guard let child = child(logicalID) else {
            let reason = unfollowed[logicalID] ?? Reason("nested stack \(displayName(logicalID)) cannot be followed")
            return .unknown(reason, origin: origin)
        }
        guard let value = child.output(output) else {
            report(
                .unresolvedReference, "nested stack \(displayName(logicalID)) has no output '\(output)'",
                help: "Add the output to \(child.template.document.path), or mend the name.", at: origin)
            return .unknown(Reason("nested stack \(displayName(logicalID)) has no output '\(output)'"), origin: origin)
        }
        let step = OriginStep(
            kind: .output(name: output), label: "output \(output) of \(displayName(logicalID))", origin: value.origin)
        return value.moved(to: origin, step: step)
    }

    /// The value of one of the template's own outputs; `nil` when it has none of that name.
    func output(_ name: String) -> Value? {
        if let value = outputValues[name] { return value }
        guard let entry = template.outputs.last(where: { $0.key.text == name }), let node = entry.value.entry("Value")
        else { return nil }
        let origin = origin(of: entry, in: "Outputs").child(.key("Value"), node: node.value, key: node.key)
        guard outputsUnderway.insert(name).inserted else {
            report(
                .circularReference, "output \(displayName(name)) depends on itself through the stacks that pass it",
                help: "Break the circle.", at: origin)
            return .unknown(Reason("output \(displayName(name)) depends on itself"), origin: origin)
        }
        defer { outputsUnderway.remove(name) }
        let value = evaluate(node.value, at: origin)
        outputValues[name] = value
        return value
    }
}
