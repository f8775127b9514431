import Evaluation
import YAMLBridge

/// Finds the stacks that the resources of a template make.
final class NestedStackResolver: StackPart {
    unowned let stack: StackEvaluator
    /// A template that a nested stack may use.
    private struct Use {
        /// When it does.
        let condition: Condition
        /// The stack that it makes; `nil` when the template is not at hand.
        let stack: StackEvaluator?
    }

    /// The stacks that were asked for, by logical id.
    private var uses: [String: [Use]] = [:]
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

    /// The stacks that a nested stack resource may make, one for each template that it may use and that is in the input.
    func children(_ logicalID: String) -> [StackEvaluator] { uses(of: logicalID).compactMap(\.stack) }

    private func uses(of logicalID: String) -> [Use] {
        if let known = uses[logicalID] { return known }
        guard let entry = sections.resource(logicalID) else { return [] }
        uses[logicalID] = []
        let origin = resourceOrigin(entry)
        let existence = stack.resources.existence(of: entry)
        var found: [Use] = []
        for (condition, reference) in templateReferences(entry, origin: origin) {
            let child = child(entry, using: reference, when: existence.and(condition), origin: origin)
            found.append(Use(condition: condition, stack: child))
        }
        uses[logicalID] = found
        return found
    }

    /// The stack of one template; `nil` when that is not in the input, with the reason kept.
    private func child(
        _ entry: SectionEntry, using reference: TemplateReference, when existence: Condition, origin: Origin
    ) -> StackEvaluator? {
        let logicalID = entry.name
        guard let document = document(of: entry, reference, when: existence, origin: origin) else { return nil }
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
        guard stack.builder.nestedStackCount < work.limits.nestedStacks else {
            work.report(.nestedStacks, at: origin, leavingOut: displayName(logicalID))
            return leave(logicalID, "nested stack \(displayName(logicalID)) is one too many")
        }
        guard
            let child = stack.builder.addStack(
                document, name: displayName(logicalID), parent: stack, existence: existence,
                argument: stack.passedParameters.arguments(entry, origin: origin))
        else {
            unfollowed[logicalID] = Reason("\(document.path) of nested stack \(displayName(logicalID)) is not a template")
            return nil
        }
        return child
    }

    /// Keeps why a nested stack is not followed.
    private func leave<Followed>(_ logicalID: String, _ reason: String) -> Followed? {
        unfollowed[logicalID] = Reason(reason)
        return nil
    }

    // MARK: - Templates

    /// The documents of the templates that a nested stack may use.
    func documents(of entry: SectionEntry, origin: Origin) -> [Document] {
        templateReferences(entry, origin: origin).compactMap { condition, reference in
            document(of: entry, reference, when: stack.resources.existence(of: entry).and(condition), origin: origin)
        }
    }

    private func document(
        of entry: SectionEntry, _ reference: TemplateReference, when existence: Condition, origin: Origin
    ) -> Document? {
        let name = displayName(entry.name)
        let problem: (message: String, help: String)
        switch reference {
        case .none:
            unfollowed[entry.name] = Reason("which template nested stack \(name) uses is not known")
            return nil
        case .unknown(let reasons):
            unfollowed[entry.name] = Reason("which template nested stack \(name) uses is not known")
            let because = reasons.isEmpty ? "" : ": \(reasons.prefix(2).map(\.text).joined(separator: "; "))"
            problem = (
                "the template of nested stack \(name) is not known\(because)",
                "Give what it depends on a value with --parameters; until then what depends on it is undecided."
            )
        case .file(""):
            unfollowed[entry.name] = Reason("the address of the template of nested stack \(name) is empty")
            problem = (
                "the address of the template of nested stack \(name) is empty",
                "Give the parameter that it comes from a value with --parameters; until then what depends on it is undecided."
            )
        case .file(let file):
            if let document = stack.builder.document(for: file, usedBy: template.document) { return document }
            unfollowed[entry.name] = Reason("the template of nested stack \(name) is not in the input")
            problem = (
                "the template of nested stack \(name), \(written(entry, file)), is not in the input",
                "Name the file as well, or put its folder under roots in ecslint.yaml; until then what depends on it is undecided."
            )
        }
        // A stack that no values make is missed by nobody.
        guard WorldSolver.mayHold(existence) else { return nil }
        let example = existence == .always ? nil : WorldSolver.example(of: existence)
        let condition = example.map { ", for example with \($0)" } ?? ""
        report(.nestedTemplateNotFound, problem.message + condition, help: problem.help, at: origin)
        return nil
    }

    /// What a nested stack says of its template.
    private enum TemplateReference {
        /// A file name or relative path.
        case file(String)
        /// An address that is not known, for these reasons.
        case unknown([Reason])
        /// No address: one of SAM's repository.
        case none
    }

    /// The address of a nested stack's template as the parent writes it; what it comes to where a function makes it.
    private func written(_ entry: SectionEntry, _ reference: String) -> String {
        let name = sections.resourceTypes[entry.name] == ServerlessTransform.application ? "Location" : "TemplateURL"
        guard let url = entry.attribute("Properties")?.value.entry(name)?.value, url.kind == .scalar,
            url.text.contains(reference)
        else { return reference }
        return url.text
    }

    /// What a nested stack's `TemplateURL` may be, or CDK's asset metadata, each with when it is that.
    private func templateReferences(
        _ entry: SectionEntry, origin: Origin
    ) -> [(condition: Condition, reference: TemplateReference)] {
        if let asset = entry.attribute("Metadata")?.value["aws:asset:path"], asset.kind == .scalar {
            return [(.always, .file(asset.text))]
        }
        let name = sections.resourceTypes[entry.name] == ServerlessTransform.application ? "Location" : "TemplateURL"
        guard let properties = entry.attribute("Properties"), let url = properties.value.entry(name) else {
            return [(.always, .none)]
        }
        let place = origin.child(.key("Properties"), node: properties.value, key: properties.key)
            .child(.key(name), node: url.value, key: url.key)
        let value = scope.within(entry.loops) { evaluate(url.value, at: place) }
        return alternatives(of: value, when: .always).map { condition, address in
            if let file = IncludeReader.fileReference(address) { return (condition, .file(file)) }
            if case .map = address.content { return (condition, .none) }
            return (condition, .unknown(address.unknownReasons))
        }
    }

    /// Most templates that one nested stack may use.
    private static let mostTemplates = 16

    private func alternatives(of value: Value, when condition: Condition) -> [(condition: Condition, value: Value)] {
        guard case .choice(let question, let yes, let no) = value.content else { return [(condition, value)] }
        guard value.choiceCount(upTo: Self.mostTemplates + 1) <= Self.mostTemplates else {
            return [(condition, .unknown(Reason("it depends on too many open conditions"), origin: value.origin))]
        }
        return alternatives(of: yes, when: condition.and(question)) + alternatives(of: no, when: condition.and(question.negated))
    }

    /// An output of a nested stack.
    func output(_ output: String, ofNested logicalID: String, at origin: Origin) -> Value {
        let values = uses(of: logicalID).map { use in
            (use.condition, self.output(output, of: use.stack, ofNested: logicalID, at: origin))
        }
        guard let last = values.last else { return self.output(output, of: nil, ofNested: logicalID, at: origin) }
        return values.dropLast().reversed().reduce(last.1) { Value.choice($1.0, $1.1, $0, origin: origin) }
    }

    private func output(
        _ output: String, of child: StackEvaluator?, ofNested logicalID: String, at origin: Origin
    ) -> Value {
        guard let child else {
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
                help: "Add the output to \(child.template.document.path), or correct the name.", at: origin)
            return .unknown(Reason("nested stack \(displayName(logicalID)) has no output '\(output)'"), origin: origin)
        }
        let step = OriginStep(
            kind: .output(name: output), label: "output \(output) of \(displayName(logicalID))", origin: value.origin)
        return value.moved(to: origin, step: step)
    }
}
