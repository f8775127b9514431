import Evaluation
import YAMLBridge

/// Reads a state in JSON as `terraform show -json` writes it: everything that exists, wholly known.
///
/// Source: https://developer.hashicorp.com/terraform/internals/json-format, "State Representation".
struct StateLoader {
    let document: Document
    let root: Node
    let options: LoadOptions
    /// The index that the state's stack will have.
    let stack: Int

    func load() -> Stack {
        let values = TerraformValues(root: root["values"]?["root_module"])
        let entries = values.entries
        let resources = entries.map { entry in
            let type = entry.isData ? "data.\(entry.type)" : entry.type
            let reader = StateValueReader(sensitive: .marks(entry.marks))
            let origin = PlanLoader.origin(of: entry)
            return Resource(
                id: ResourceID(stack: stack, logicalID: entry.address), name: entry.address, type: type, existence: .always,
                body: options.isRead(type: type, in: [entry.node])
                    ? reader.body(entry.node["values"], at: origin) : .unread(entry.type, at: origin),
                isOrderKnown: false)
        }
        return Stack(
            state: document, at: stack, resources: resources, outputs: root["values"]?["outputs"],
            isConfidential: values.isConfidential)
    }
}

extension Stack {
    /// The stack of a state.
    ///
    /// - Parameters:
    ///   - outputs: the state's outputs by name.
    ///   - isConfidential: whether a value of its resources is marked as sensitive.
    init(state document: Document, at index: Int, resources: [Resource], outputs: Node?, isConfidential: Bool) {
        let outputs = outputs?.entries ?? []
        self.init(
            kind: .terraformState, document: document, name: "", root: index, resources: resources,
            resourceCount: resources.count { !$0.type.hasPrefix("data.") }, open: [], problems: [], exports: [],
            outputs: outputs.compactMap(Self.output),
            isConfidential: isConfidential || outputs.contains { $0.value["sensitive"]?.isTrue == true })
    }

    /// An output's value where it is a text that may be told.
    private static func output(_ entry: Node.Entry) -> Value? {
        guard let value = entry.value["value"], value.kind == .scalar, entry.value["sensitive"]?.isTrue != true else {
            return nil
        }
        let origin = Origin(node: value, key: entry.key, parent: nil, component: nil, resource: nil)
        return Value(.scalar(.init(value.text)), origin: origin)
    }
}
