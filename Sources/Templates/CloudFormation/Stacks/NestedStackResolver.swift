import Evaluation
import YAMLBridge

/// Finds the stacks that the resources of a template make.
final class NestedStackResolver: StackPart {
    unowned let stack: StackEvaluator
    /// The stacks that were asked for, by logical id.
    private(set) var known: [String: StackEvaluator] = [:]
    /// Why nested templates could not be followed, by logical id.
    private(set) var unfollowed: [String: Reason] = [:]

    init(_ stack: StackEvaluator) {
        self.stack = stack
    }

    /// The entries of nested stacks.
    var entries: [SectionEntry] {
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
        if let child = known[logicalID] { return child }
        guard unfollowed[logicalID] == nil,
            let entry = sections.resource(logicalID)
        else { return nil }
        let origin = resourceOrigin(entry)
        guard let document = document(of: entry, origin: origin) else { return nil }
        guard !stack.ancestors.contains(document.path) else {
            report(
                .circularReference, "nested stack \(displayName(logicalID)) uses a template that it is part of",
                help: "Break the circle.", at: origin)
            return leave(logicalID, "nested stack \(displayName(logicalID)) is circular")
        }
        guard stack.ancestors.count <= work.limits.nesting else {
            work.report(.nesting, at: origin, leavingOut: displayName(logicalID))
            return leave(logicalID, "nested stack \(displayName(logicalID)) is nested too deep")
        }
        guard stack.builder.hasRoomForStack else {
            work.report(.stacks, at: origin, leavingOut: displayName(logicalID))
            return leave(logicalID, "nested stack \(displayName(logicalID)) is one too many")
        }
        guard
            let child = stack.builder.addStack(
                document, name: displayName(logicalID), parent: stack, existence: stack.resources.existence(of: entry),
                argument: stack.passedParameters.arguments(entry, origin: origin))
        else { return leave(logicalID, "\(document.path) of nested stack \(displayName(logicalID)) is no template") }
        known[logicalID] = child
        return child
    }

    /// Keeps why a nested stack is not followed.
    private func leave<Followed>(_ logicalID: String, _ reason: String) -> Followed? {
        unfollowed[logicalID] = Reason(reason)
        return nil
    }

    /// The document of a nested stack's template.
    func document(of entry: SectionEntry, origin: Origin) -> Document? {
        let name = displayName(entry.name)
        guard let reference = templateReference(entry, origin: origin) else {
            return leave(entry.name, "which template nested stack \(name) uses is not known")
        }
        if let document = stack.builder.document(for: reference, usedBy: template.document) { return document }
        // The empty text is a parameter's default that somebody has to give a value.
        let isUnnamed = reference.isEmpty
        // A stack under a condition that is false is not made, so that nobody misses its template.
        if unfollowed[entry.name] == nil, stack.resources.existence(of: entry) != .never {
            let remedy =
                isUnnamed
                ? "Give the parameter that it comes from a value with --parameters"
                : "Name the file as well, or put its folder under roots in ecslint.yaml"
            report(
                .nestedTemplateNotFound,
                isUnnamed
                    ? "the address of the template of nested stack \(name) is empty"
                    : "the template of nested stack \(name), \(reference), is not in the input",
                help: "\(remedy); until then what depends on it is undecided.", at: origin)
        }
        return leave(
            entry.name,
            isUnnamed
                ? "the address of the template of nested stack \(name) is empty"
                : "the template of nested stack \(name) is not in the input")
    }

    /// A file name or relative path out of a nested stack's `TemplateURL`, or CDK's asset metadata.
    private func templateReference(_ entry: SectionEntry, origin: Origin) -> String? {
        if let asset = entry.attribute("Metadata")?.value["aws:asset:path"], asset.kind == .scalar { return asset.text }
        let name = sections.resourceTypes[entry.name] == ServerlessTransform.application ? "Location" : "TemplateURL"
        guard let properties = entry.attribute("Properties"), let url = properties.value.entry(name) else { return nil }
        let place = origin.child(.key("Properties"), node: properties.value, key: properties.key)
            .child(.key(name), node: url.value, key: url.key)
        return IncludeReader.fileReference(scope.within(entry.loops) { evaluate(url.value, at: place) })
    }

    /// An output of a nested stack.
    func output(_ output: String, ofNested logicalID: String, at origin: Origin) -> Value {
        guard let child = child(logicalID) else {
            let reason = unfollowed[logicalID] ?? Reason("nested stack \(displayName(logicalID)) cannot be followed")
            return .unknown(reason, origin: origin)
        }
        guard let value = child.outputs.value(of: output) else {
            if child.sectionReader.mayHold(output) || !child.sections.modules.isEmpty {
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
}
