import Evaluation
import YAMLBridge

/// Reads a state file as Terraform keeps it, version 4: `terraform.tfstate`.
///
/// Source: OpenTofu and Terraform, `internal/states/statefile/version4.go` (`stateV4`, `resourceStateV4`,
/// `instanceObjectStateV4`).
struct StateFileLoader {
    let document: Document
    let root: Node
    let options: LoadOptions
    /// The index that the state's stack will have.
    let stack: Int

    func load() -> Stack {
        var resources: [Resource] = []
        var isConfidential = false
        for node in root["resources"]?.elements ?? [] where node.kind == .mapping {
            let isData = node["mode"]?.text == "data"
            for instance in node["instances"]?.elements ?? [] where instance["deposed"] == nil {
                resources.append(resource(node, instance, isData: isData))
                isConfidential = isConfidential || instance["sensitive_attributes"]?.elements.isEmpty == false
            }
        }
        return Stack(
            state: document, at: stack, resources: resources, outputs: root["outputs"], isConfidential: isConfidential)
    }

    private func resource(_ node: Node, _ instance: Node, isData: Bool) -> Resource {
        let type = node["type"]?.text ?? ""
        let name = "\(isData ? "data." : "")\(type).\(node["name"]?.text ?? "")"
        let module = node["module"]?.text ?? ""
        let key = instance["index_key"].map(TerraformValues.instance) ?? ""
        let address = (module.isEmpty ? name : "\(module).\(name)") + key
        let place = instance.entry("attributes") ?? node.entry("name")
        // The attributes as a whole are many lines: the resource stands where its name stands.
        let head = node.entry("name")
        let origin = Origin(
            node: head?.value ?? place?.value ?? node, key: head?.key ?? place?.key, parent: nil, component: nil,
            resource: address)
        let kind = isData ? "data.\(type)" : type
        return Resource(
            id: ResourceID(stack: stack, logicalID: address), name: address, type: kind, existence: .always,
            body: options.isRead(type: kind, in: [instance]) ? body(instance, at: origin) : .unread(type, at: origin),
            isOrderKnown: false)
    }

    private func body(_ instance: Node, at origin: Origin) -> Value {
        guard let attributes = instance["attributes"] else {
            // States of Terraform 0.11 were kept as flat maps, which say nothing of lists and blocks by name.
            guard instance["attributes_flat"] != nil else { return Value(.map([]), origin: origin) }
            return .unknown(
                Reason("its attributes are in the form of Terraform 0.11"), mayBeAbsent: true, origin: origin)
        }
        let paths = (instance["sensitive_attributes"]?.elements ?? []).map(Self.path)
        return StateValueReader(sensitive: .paths(paths)).body(attributes, at: origin)
    }

    /// A path of `sensitive_attributes`: `[{"type": "get_attr", "value": "password"}]`. One that is not understood hides
    /// everything.
    private static func path(_ node: Node) -> ArraySlice<PathComponent> {
        var path: [PathComponent] = []
        for step in node.elements {
            switch step["type"]?.text {
            case "get_attr":
                guard let name = step["value"]?.text else { return [] }
                path.append(.key(name))
            case "index":
                guard let key = step["value"]?["value"] else { return [] }
                path.append(Int(key.text).map { .index($0) } ?? .key(key.text))
            default: return path[...]
            }
        }
        return path[...]
    }
}
