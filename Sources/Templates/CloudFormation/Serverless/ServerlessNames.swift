import Evaluation
import YAMLBridge

/// Which names a serverless template may refer to beside its own: those of what SAM makes.
///
/// They begin with the logical id of what they are made for; a few are given by the template.
/// Source: "Generated CloudFormation resources for AWS SAM" in the SAM developer guide.
struct ServerlessNames {
    /// Names that an event gives to what SAM makes for it.
    private var given: Set<String> = []
    /// What may follow a logical id; an empty text stands for anything.
    private var suffixes: [String: [String]] = [:]

    private static let functionSuffixes = ["Role", "Version", "Alias", "Url", "URL", "EventInvokeConfig", "DeploymentGroup"]

    /// - Parameter resources: the template's resources, each under its logical id.
    init(_ resources: [(logicalID: String, body: Node)]) {
        for (logicalID, body) in resources {
            let type = body["Type"]?.text ?? ""
            let events = body["Properties"]?["Events"]?.entries ?? []
            let connectors = (body["Connectors"]?.entries ?? []).map(Self.suffix)
            if type == ServerlessTransform.function {
                suffixes[logicalID] = Self.functionSuffixes + events.map(Self.suffix) + connectors
            } else if type.hasPrefix(ServerlessTransform.typePrefix) {
                suffixes[logicalID] = [""]
            } else if !connectors.isEmpty {
                suffixes[logicalID] = connectors
            }
            if type.hasPrefix(ServerlessTransform.typePrefix) {
                given.formUnion(events.flatMap { Self.givenNames(of: $0.value) })
            }
        }
    }

    /// The name of an event or connector; anything for one that a loop makes.
    private static func suffix(_ entry: Node.Entry) -> String {
        let name = entry.key.text
        return name.hasPrefix("Fn::") || name.contains("{") ? "" : name
    }

    private static func givenNames(of event: Node) -> [String] {
        let properties = event["Properties"]
        return [
            properties?["DeadLetterConfig"]?["QueueLogicalId"], properties?["SqsSubscription"]?["QueuePolicyLogicalId"],
        ].compactMap { $0?.text }
    }

    func contains(_ name: String) -> Bool {
        if given.contains(name) || name.hasPrefix("Serverless") || name == "CodeDeployServiceRole" { return true }
        return name.indices.dropFirst().contains { cut in
            guard let suffixes = suffixes[String(name[..<cut])] else { return false }
            return suffixes.contains { name[cut...].hasPrefix($0) }
        }
    }
}
