import Templates
import YAMLBridge

/// The resources of a plan's configuration that its values leave out by `count` or `for_each`, and what would bring them in.
///
/// Source: https://developer.hashicorp.com/terraform/internals/json-format, "Configuration Representation" (`count_expression`,
/// `for_each_expression`, `module_calls`), and "Plan Representation" (`complete`: false for a plan of targets).
struct PlanSwitches {
    /// How many resource blocks have no copy.
    private(set) var count = 0
    /// The variables of the root module in their `count` and `for_each`.
    private(set) var variables: Set<String> = []

    private let made: Set<String>
    private static let deepest = 32

    /// - Parameter plan: a stack that was read from a plan.
    init(_ plan: Stack) {
        let root = plan.document.root
        let planned = plan.resources.map(\.name)
        let changed = root?["resource_changes"]?.elements.compactMap { $0["address"]?.text } ?? []
        made = Set((planned + changed).map(ResourceAddress.withoutKeys))
        guard let root, root["complete"]?.text != "false", root["errored"]?.text != "true",
            let module = root["configuration"]?["root_module"]
        else { return }
        read(module, prefix: "", isOff: false, depth: 0)
    }

    private mutating func read(_ module: Node, prefix: String, isOff: Bool, depth: Int) {
        guard depth < Self.deepest else { return }
        for resource in module["resources"]?.elements ?? [] where resource["mode"]?.text == "managed" {
            guard let address = resource["address"]?.text, isOff || Self.isRepeated(resource),
                !made.contains(prefix + address)
            else { continue }
            count += 1
            note(resource, isRoot: depth == 0)
        }
        for call in module["module_calls"]?.entries ?? [] {
            guard let called = call.value["module"] else { continue }
            let prefix = "\(prefix)module.\(call.key.text)."
            let isOff = isOff || Self.isRepeated(call.value) && !made.contains { $0.hasPrefix(prefix) }
            if isOff { note(call.value, isRoot: depth == 0) }
            read(called, prefix: prefix, isOff: isOff, depth: depth + 1)
        }
    }

    private static func isRepeated(_ block: Node) -> Bool {
        block["count_expression"] != nil || block["for_each_expression"] != nil
    }

    private mutating func note(_ block: Node, isRoot: Bool) {
        guard isRoot else { return }
        for key in ["count_expression", "for_each_expression"] {
            for reference in block[key]?["references"]?.elements ?? [] {
                let parts = reference.text.split(separator: ".")
                if parts.count > 1, parts[0] == "var" { variables.insert(String(parts[1].prefix { $0 != "[" })) }
            }
        }
    }
}
