import YAMLBridge

/// One module of a plan's `configuration`, which all instances of the module share.
final class PlanConfiguration {
    let node: Node
    private let resources: [String: Node]
    private var children: [String: PlanConfiguration] = [:]

    init(_ node: Node) {
        self.node = node
        var resources: [String: Node] = [:]
        for resource in node["resources"]?.elements ?? [] {
            let prefix = resource["mode"]?.hasText("data") == true ? "data." : ""
            resources["\(prefix)\(resource["type"]?.text ?? "").\(resource["name"]?.text ?? "")"] = resource
        }
        self.resources = resources
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
