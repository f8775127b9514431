import Evaluation
import YAMLBridge

extension StackEvaluator {
    /// The entries of nested stacks.
    var nestedStackEntries: [SectionEntry] {
        sections.resources.filter { isNestedStack($0.name) }
    }

    /// A nested stack, or an application of SAM, which becomes one.
    func isNestedStack(_ logicalID: String) -> Bool {
        switch sections.resourceTypes[logicalID] {
        case "AWS::CloudFormation::Stack": true
        case ServerlessTransform.application: template.isServerless
        default: false
        }
    }

    /// The stack that a nested stack resource makes; `nil` when its template is not in the input, with the reason kept.
    func child(_ logicalID: String) -> StackEvaluator? {
        if let child = children[logicalID] { return child }
        guard unfollowed[logicalID] == nil,
            let entry = sections.resource(logicalID)
        else { return nil }
        let origin = resourceOrigin(entry)
        guard let document = nestedDocument(entry, origin: origin) else { return nil }
        guard !ancestors.contains(document.path) else {
            report(
                .circularReference, "nested stack \(displayName(logicalID)) uses a template that it is part of",
                help: "Break the circle.", at: origin)
            unfollowed[logicalID] = Reason("nested stack \(displayName(logicalID)) is circular")
            return nil
        }
        guard ancestors.count <= builder.options.limits.nesting else {
            builder.reportLimit(.nesting, self, at: origin, leavingOut: displayName(logicalID))
            unfollowed[logicalID] = Reason("nested stack \(displayName(logicalID)) is nested too deep")
            return nil
        }
        guard builder.hasRoomForStack else {
            builder.reportLimit(.stacks, self, at: origin, leavingOut: displayName(logicalID))
            unfollowed[logicalID] = Reason("nested stack \(displayName(logicalID)) is one too many")
            return nil
        }
        guard
            let child = builder.addStack(
                document, name: displayName(logicalID), parent: self, existence: existence(of: entry),
                argument: arguments(entry, origin: origin))
        else {
            unfollowed[logicalID] = Reason("\(document.path) of nested stack \(displayName(logicalID)) is no template")
            return nil
        }
        children[logicalID] = child
        return child
    }

    /// The document of a nested stack's template.
    func nestedDocument(_ entry: SectionEntry, origin: Origin) -> Document? {
        let logicalID = entry.name
        guard let reference = templateReference(entry, origin: origin) else {
            unfollowed[logicalID] = Reason("which template nested stack \(displayName(logicalID)) uses is not known")
            return nil
        }
        if let document = builder.document(for: reference, usedBy: template.document) { return document }
        if reference.isEmpty {
            return unnamed(logicalID, at: origin)
        }
        // A stack under a condition that is false is not made, so that nobody misses its template.
        if unfollowed[logicalID] == nil, existence(of: entry) != .never {
            report(
                .nestedTemplateNotFound,
                "the template of nested stack \(displayName(logicalID)), \(reference), is not in the input",
                help:
                    "Name the file as well, or put its folder under roots in ecslint.yaml; until then what depends on it is undecided.",
                at: origin)
        }
        unfollowed[logicalID] = Reason("the template of nested stack \(displayName(logicalID)) is not in the input")
        return nil
    }

    /// A nested stack whose address is the empty text, as a parameter's default is that somebody has to give a value.
    private func unnamed(_ logicalID: String, at origin: Origin) -> Document? {
        let name = displayName(logicalID)
        if unfollowed[logicalID] == nil, sections.resource(logicalID).map({ existence(of: $0) }) != .never {
            report(
                .nestedTemplateNotFound, "the address of the template of nested stack \(name) is empty",
                help:
                    "Give the parameter that it comes from a value with --parameters; until then what depends on it is undecided.",
                at: origin)
        }
        unfollowed[logicalID] = Reason("the address of the template of nested stack \(name) is empty")
        return nil
    }

    /// A file name or relative path out of a nested stack's `TemplateURL`, or CDK's asset metadata.
    private func templateReference(_ entry: SectionEntry, origin: Origin) -> String? {
        if let asset = entry.attribute("Metadata")?.value["aws:asset:path"], asset.kind == .scalar { return asset.text }
        let name = sections.resourceTypes[entry.name] == ServerlessTransform.application ? "Location" : "TemplateURL"
        guard let properties = entry.attribute("Properties"), let url = properties.value.entry(name) else { return nil }
        let place = origin.child(.key("Properties"), node: properties.value, key: properties.key)
            .child(.key(name), node: url.value, key: url.key)
        return Self.fileReference(within(entry.loops) { evaluate(url.value, at: place) })
    }

    /// An output of a nested stack.
    func output(_ output: String, ofNested logicalID: String, at origin: Origin) -> Value {
        guard let child = child(logicalID) else {
            let reason = unfollowed[logicalID] ?? Reason("nested stack \(displayName(logicalID)) cannot be followed")
            return .unknown(reason, origin: origin)
        }
        guard let value = child.output(output) else {
            if child.mayHold(output) || !child.sections.modules.isEmpty {
                return .unknown(
                    Reason("whether nested stack \(displayName(logicalID)) has the output '\(output)' is not known"),
                    origin: origin)
            }
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
        guard let entry = sections.output(name), let node = entry.value.entry("Value") else { return nil }
        let origin = origin(of: entry.value, key: entry.key, in: "Outputs").child(.key("Value"), node: node.value, key: node.key)
        switch outputs.begin(name) {
        case .known(let value): return value
        case .underway:
            report(
                .circularReference, "output \(displayName(name)) depends on itself through the stacks that pass it",
                help: "Break the circle.", at: origin)
            return .unknown(Reason("output \(displayName(name)) depends on itself"), origin: origin)
        case .begun: break
        }
        let value = bounded(within(entry.loops) { evaluate(node.value, at: origin) }, at: origin)
        return outputs.end(name, with: value)
    }
}
