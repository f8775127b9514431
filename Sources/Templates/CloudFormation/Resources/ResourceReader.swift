import Evaluation
import YAMLBridge

/// Reads the resources of a template: their values, and when they exist.
final class ResourceReader: StackPart {
    unowned let stack: StackEvaluator
    /// When resources exist, by logical id.
    private var existences: [String: Condition] = [:]
    /// The defaults of parameters that decide whether resources exist.
    private var existenceSteps: [String: [OriginStep]] = [:]

    init(_ stack: StackEvaluator) {
        self.stack = stack
    }

    /// The attributes whose values are read, beside `Condition` and `DependsOn`.
    private static let attributes = [
        "Properties", "Metadata", "CreationPolicy", "UpdatePolicy", "DeletionPolicy", "UpdateReplacePolicy",
    ]

    /// All resources with their values.
    func all() -> [Resource] {
        let written = sections.resources.compactMap { entry -> Resource? in
            guard entry.value.kind == .mapping, let type = sections.resourceTypes[entry.name], !type.isEmpty else { return nil }
            return scope.within(entry.loops) { resource(entry, type: type) }
        }
        return template.isServerless ? ServerlessExpansion.expanded(written, by: stack) : written
    }

    private func resource(_ entry: SectionEntry, type: String) -> Resource {
        let origin = resourceOrigin(entry)
        let attributes = Self.attributes + (template.isServerless ? ServerlessTransform.resourceAttributes : [])
        let members = attributes.compactMap { attribute -> Value.Member? in
            guard let part = entry.attribute(attribute) else { return nil }
            let place = origin.child(.key(attribute), node: part.value, key: part.key)
            if attribute.hasSuffix("Policy") { checkPolicy(part, at: place) }
            return Value.Member(key: attribute, value: scope.within(part.loops) { evaluate(part.value, at: place) })
        }
        let misspelled = misspelledAttributes(of: entry, at: origin)
        checkDependencies(of: entry, at: origin)
        checkID(entry.name, at: origin)
        return Resource(
            id: ResourceID(stack: index, logicalID: entry.name), name: displayName(entry.name), type: type,
            existence: existence(of: entry), body: Value(.map(members + misspelled, open: entry.open), origin: origin),
            waitsFor: dependencies(of: entry).map { displayName(scope.text(of: $0)) },
            existenceSteps: existenceSteps[entry.name] ?? [])
    }

    /// Reports attributes that CloudFormation does not have and that are near one that is not there, which is unknown then.
    private func misspelledAttributes(of entry: SectionEntry, at origin: Origin) -> [Value.Member] {
        guard template.unreadMacros.isEmpty else { return [] }
        return entry.value.entries.compactMap { attribute in
            let name = attribute.key.text
            guard let meant = KnownKeys.meant(by: name, among: KnownKeys.attributes, in: entry.value.entries) else { return nil }
            let place = origin.child(.key(name), node: attribute.value, key: attribute.key)
            report(
                .unknownName, "a resource has no attribute \(name); did you mean \(meant)?", help: "Write \(meant).", at: place)
            let reason = Reason("CloudFormation has no attribute \(name), which may stand for \(meant)")
            return Value.Member(key: meant, value: .unknown(reason, mayBeAbsent: true, origin: place))
        }
    }

    /// When a resource exists: under its own condition, in a stack that exists.
    func existence(of entry: SectionEntry) -> Condition {
        if let known = existences[entry.name] { return known }
        let (own, steps) = scope.gatheringAssumptions { scope.within(entry.loops) { ownExistence(of: entry) } }
        let value = stack.existence.and(own)
        existences[entry.name] = value
        if !steps.isEmpty { existenceSteps[entry.name] = steps }
        return value
    }

    /// Whether a resource that was asked for may be there.
    func isMade(_ logicalID: String) -> Bool { existences[logicalID] != .never }

    private func ownExistence(of entry: SectionEntry) -> Condition {
        guard let condition = entry.attribute("Condition") else { return .always }
        let place = resourceOrigin(entry).child(.key("Condition"), node: condition.value, key: condition.key)
        guard condition.value.kind == .scalar, condition.value.tag == nil else {
            report(
                .malformedFunction, "the attribute Condition takes the name of a condition",
                help: "Declare the formula under Conditions and write its name here.", at: place)
            return stack.conditions.opaque(place)
        }
        return stack.conditions.condition(named: scope.text(of: condition.value), at: place)
    }

    /// What `DependsOn` holds: one name or a list of them.
    private func dependencies(of entry: SectionEntry) -> [Node] {
        guard let attribute = entry.attribute("DependsOn") else { return [] }
        let nodes = attribute.value.kind == .sequence ? attribute.value.elements : [attribute.value]
        return nodes.filter { $0.kind == .scalar && !$0.isNull }
    }

    /// Ids that only look alike, such as one with a Kelvin sign for a K, would else be taken for one resource.
    ///
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html, "The logical ID
    /// must be alphanumeric (A-Za-z0-9) and unique within the template."
    private func checkID(_ name: String, at origin: Origin) {
        guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return }
        report(
            .malformedFunction, "the logical id '\(name)' holds characters that are neither letters of ASCII nor digits",
            help: "Rename the resource: CloudFormation refuses such an id.", at: origin)
    }

    /// `DependsOn` names resources of the template, one or a list of them.
    private func checkDependencies(of entry: SectionEntry, at origin: Origin) {
        guard let attribute = entry.attribute("DependsOn") else { return }
        let place = origin.child(.key("DependsOn"), node: attribute.value, key: attribute.key)
        for (number, node) in dependencies(of: entry).enumerated() {
            let name = scope.text(of: node)
            guard !stack.serverless.isDeclared(name), !stack.sectionReader.mayHold(name) else { continue }
            let isElement = attribute.value.kind == .sequence
            report(
                .unresolvedReference, "DependsOn names '\(name)', and there is no such resource",
                help: suggestion(for: name, among: sections.resourceTypes.keys) ?? "Fix the name, or remove the entry.",
                at: isElement ? place.child(.index(number), node: node, key: nil) : place)
        }
    }

    /// Only with the language extensions may `DeletionPolicy` and `UpdateReplacePolicy` be made by functions
    /// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-languageextensions.html).
    private func checkPolicy(_ attribute: SectionEntry, at place: Origin) {
        let name = attribute.name
        guard name == "DeletionPolicy" || name == "UpdateReplacePolicy", IntrinsicFunction(attribute.value) != nil,
            !template.usesLanguageExtensions, template.unreadMacros.isEmpty
        else { return }
        report(
            .malformedFunction, "\(name) takes no functions",
            help: "Write Delete, Retain or Snapshot, or add Transform: \(CloudFormationTemplate.languageExtensions).",
            at: place)
    }
}
