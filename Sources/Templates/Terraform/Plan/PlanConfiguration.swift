import Evaluation
import YAMLBridge

/// One module of a plan's `configuration`, which all instances of the module share.
final class PlanConfiguration {
    let node: Node
    private let resources: [String: Node]
    private var children: [String: PlanConfiguration] = [:]

    convenience init(_ node: Node) {
        self.init(node, resources: Self.resources(in: node))
    }

    /// - Parameter resources: what `resources(in:)` gives for the node.
    init(_ node: Node, resources: [String: Node]) {
        self.node = node
        self.resources = resources
    }

    private static let keys = KeySet(["mode", "type", "name"])

    /// The resources of a module by their names.
    static func resources(in module: Node) -> [String: Node] {
        let nodes = module["resources"]?.elements ?? []
        var resources: [String: Node] = [:]
        resources.reserveCapacity(nodes.count)
        var names = TypeNames()
        for resource in nodes {
            var found: (mode: Node?, type: Node?, label: Node?) = (nil, nil, nil)
            resource.forEachValue(of: keys) { key, value in
                switch key {
                case 0: found.mode = value
                case 1: found.type = value
                default: found.label = value
                }
            }
            names.read(found.type)
            resources[names.name(found.label, isData: found.mode?.hasText("data") == true)] = resource
        }
        return resources
    }

    /// What is written for a resource: `aws_sqs_queue.q`, `data.aws_iam_policy_document.d`.
    func resource(_ name: String) -> Node? { resources[name] }

    /// A use of another module: its source and the expressions of its inputs.
    func call(_ name: String) -> Node? { node["module_calls"]?[name] }

    /// The module that a call uses.
    func child(_ call: String) -> PlanConfiguration? {
        if let known = children[call] { return known }
        guard let node = self.call(call)?["module"] else { return nil }
        let child = PlanConfiguration(node)
        children[call] = child
        return child
    }

    /// The names of a module's outputs.
    var outputs: [String] { (node["outputs"]?.entries ?? []).map(\.key.text) }

    func output(_ name: String) -> PlanExpression? {
        node["outputs"]?[name]?["expression"].flatMap { PlanExpression($0) }
    }
}
