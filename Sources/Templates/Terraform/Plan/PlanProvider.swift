import YAMLBridge

/// What a plan says of the AWS provider that its resources are made with.
struct PlanProvider {
    private let root: Node

    /// - Parameter root: the plan.
    init(_ root: Node) {
        self.root = root
    }

    /// The region of the default AWS provider: a constant, or a variable of the root module; `nil` when neither says it.
    var region: String? {
        guard let region = root["configuration"]?["provider_config"]?["aws"]?["expressions"]?["region"] else { return nil }
        if let constant = region["constant_value"], constant.kind == .scalar { return constant.text }
        let references = region["references"]?.elements ?? []
        guard references.count == 1, let name = references.first?.text, name.hasPrefix("var."),
            let value = root["variables"]?[String(name.dropFirst("var.".count))]?["value"], value.kind == .scalar
        else { return nil }
        return value.text
    }
}
