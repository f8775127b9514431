import Evaluation
import YAMLBridge

/// What a plan says of the AWS providers that its resources are made with.
struct PlanProvider {
    private let root: Node
    private let tellingTypes: [Set<String>]

    /// - Parameters:
    ///   - root: the plan.
    ///   - tellingTypes: types whose region decides what a stack costs, the most telling first.
    init(_ root: Node, tellingTypes: [Set<String>]) {
        self.root = root
        self.tellingTypes = tellingTypes
    }

    /// The region that resources of the most telling types are in; where the plan has none, that of the default provider. `nil`
    /// where nothing says it or they are in several.
    ///
    /// A resource has the `region` that it says itself (provider 6), else that of its provider, which may be an alias.
    func region(of entries: [TerraformValues.Entry], configuration: (TerraformValues.Entry) -> Node?) -> String? {
        for types in tellingTypes {
            var regions: Set<String?> = []
            for entry in entries where !entry.isData && types.contains(entry.type) {
                regions.insert(region(of: entry, configuration: configuration(entry)))
            }
            if !regions.isEmpty { return regions.count == 1 ? regions.first ?? nil : nil }
        }
        return region(ofProvider: "aws")
    }

    /// The region of one resource.
    func region(of entry: TerraformValues.Entry, configuration: Node?) -> String? {
        entry.node["values"]?["region"].flatMap(Self.text)
            ?? region(ofProvider: configuration?["provider_config_key"]?.text ?? "aws")
    }

    /// The region of a provider's configuration: a constant, or a variable of the root module.
    ///
    /// Source: https://developer.hashicorp.com/terraform/internals/json-format, "Configuration Representation"; keys are
    /// `aws`, `aws.west`, and `module.a:aws` for those that a module configures.
    private func region(ofProvider key: String) -> String? {
        guard let region = root["configuration"]?["provider_config"]?[key]?["expressions"]?["region"] else { return nil }
        if let constant = region["constant_value"] { return Self.text(constant) }
        let references = region["references"]?.elements ?? []
        guard !key.contains(":"), references.count == 1, let name = references.first?.text, name.hasPrefix("var."),
            let value = root["variables"]?[String(name.dropFirst("var.".count))]?["value"]
        else { return nil }
        return Self.text(value)
    }

    private static func text(_ node: Node) -> String? {
        node.kind == .scalar && !node.isNull && !node.text.isEmpty ? node.text : nil
    }
}
