import Evaluation
import YAMLBridge

/// What SAM makes beside the resources that a template lists.
final class ServerlessResources: StackPart {
    unowned let stack: StackEvaluator
    /// Why SAM may make resources that its expansion does not show.
    private(set) var doubts: [Reason] = []
    /// Names of the resources that SAM makes; none while the sections are being read.
    private var names = ServerlessNames([])

    init(_ stack: StackEvaluator) {
        self.stack = stack
    }

    /// Takes the names out of the template's own resources.
    func setNames(of entries: [SectionEntry]) {
        if template.isServerless { names = ServerlessNames(entries.map { ($0.name, $0.value) }) }
    }

    /// Keeps why the stack may hold resources that the expansion does not show.
    func leaveOpen(_ reason: Reason) {
        if !doubts.contains(reason) { doubts.append(reason) }
    }

    /// Whether a name is that of a resource of the template or of one that SAM makes.
    func isDeclared(_ name: String) -> Bool {
        sections.resourceTypes[name] != nil || template.isServerless && names.contains(name)
    }

    /// What `Function.Alias` or `Api.Stage` stands for in a serverless template, where CloudFormation has no dots in `Ref`;
    /// `nil` for any other name.
    func reference(to name: String, at origin: Origin) -> Value? {
        guard template.isServerless, let dot = name.firstIndex(of: ".") else { return nil }
        let logicalID = String(name[..<dot])
        guard sections.resourceTypes[logicalID]?.hasPrefix(ServerlessTransform.typePrefix) == true else { return nil }
        let (resource, rest) = target(of: String(name[name.index(after: dot)...]), in: logicalID)
        let id = ResourceID(stack: index, logicalID: resource)
        let attribute = rest.isEmpty ? Reference.Attribute.identifier : .named(rest)
        return Value(.reference(Reference(resource: id, attribute: attribute)), origin: origin)
    }

    /// The queue or topic that `Function.DestinationQueue` and `Function.DestinationTopic` mean, with the attribute behind;
    /// any other attribute is the function's own.
    func target(of attribute: String, in logicalID: String) -> (logicalID: String, attribute: String) {
        let parts = attribute.split(separator: ".", maxSplits: 1)
        let kinds = ["DestinationQueue": ("SQS", "Queue"), "DestinationTopic": ("SNS", "Topic")]
        guard sections.resourceTypes[logicalID] == ServerlessTransform.function, let name = parts.first,
            let (type, suffix) = kinds[String(name)],
            let outcome = destinations(of: logicalID).last(where: { $0.type == type })?.outcome
        else { return (logicalID, attribute) }
        return ("\(logicalID)EventInvokeConfig\(outcome)\(suffix)", parts.count == 2 ? String(parts[1]) : "")
    }

    /// The destinations of a function's asynchronous invocations as written, with those of `Globals`.
    private func destinations(of logicalID: String) -> [(outcome: String, type: String)] {
        let own = sections.resource(logicalID)?.value["Properties"]
        let shared = template.document.root?["Globals"]?["Function"]
        return ["OnSuccess", "OnFailure"].compactMap { outcome in
            let type = [own, shared].lazy.compactMap {
                $0?["EventInvokeConfig"]?["DestinationConfig"]?[outcome]?["Type"]?.text
            }.first
            return type.map { (outcome, $0) }
        }
    }
}
