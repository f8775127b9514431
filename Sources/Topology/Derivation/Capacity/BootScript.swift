import Evaluation
import Templates

/// What instances of a group run at their first boot: the user data of their launch template or configuration, and what
/// `cfn-init` does where the user data calls it.
///
/// Source: CloudFormation user guide, "AWS::CloudFormation::Init": files are written first, then commands run; the
/// metadata stands in the resource that `cfn-init --resource` names, mostly the launch configuration or the group.
struct BootScript {
    private let assembly: ModelAssembly

    init(_ assembly: ModelAssembly) {
        self.assembly = assembly
    }

    /// The whole script as one text.
    func value(of launch: ObjectID, group: ObjectID) -> Value {
        assembly.written(.userData, of: launch).flatMap { script in
            switch script.content {
            case .scalar, .text: withInitialisation(script, of: [launch, group])
            default: script
            }
        }
    }

    private func withInitialisation(_ script: Value, of resources: [ObjectID]) -> Value {
        guard assembly.dialect(of: resources[0]) == .cloudFormation, Self.mentions("cfn-init", in: script) else { return script }
        let named = resources.filter { id in assembly.objects[id.index].resource.map { Self.mentions($0, in: script) } ?? false }
        var parts = script.textParts
        for resource in named.isEmpty ? resources : named {
            for text in texts(of: resource) { parts += [.literal("\n")] + text }
        }
        return Value.joined(parts, origin: script.origin, steps: script.steps)
    }

    private static func mentions(_ word: String, in script: Value) -> Bool {
        script.textParts.contains { part in
            if case .literal(let text) = part { !text.ranges(of: word).isEmpty } else { false }
        }
    }

    /// The files that a resource's metadata writes, and the commands that it runs.
    private func texts(of resource: ObjectID) -> [[TextPart]] {
        let metadata = assembly.value(of: resource).member("Metadata").member("AWS::CloudFormation::Init")
        guard case .map(let configurations, _) = metadata.content else { return [] }
        return configurations.filter { $0.key != "configSets" }.flatMap { configuration in
            Self.texts(in: configuration.value.member("files"), under: "content")
                + Self.texts(in: configuration.value.member("commands"), under: "command")
        }
    }

    private static func texts(in section: Value, under key: String) -> [[TextPart]] {
        guard case .map(let members, _) = section.content else { return [] }
        return members.flatMap { member -> [[TextPart]] in
            let value = member.value.member(key)
            switch value.content {
            case .absent: return []
            // A command as a list of its words.
            case .list(let words, _): return [Array(words.map(\.textParts).joined(separator: [.literal(" ")]))]
            case .map: return [value.jsonParts]
            default: return [value.textParts]
            }
        }
    }
}
