import Evaluation
import Templates
import YAMLBridge

@testable import Topology

/// A model made of Terraform resources without a loader: a JSON object of addresses, each with its attributes.
///
/// `{"$ref": "aws_sqs_queue.q", "attribute": "arn"}` is a reference, `{"$unknown": ["aws_sqs_queue.q"]}` an unknown value
/// that mentions resources, `{"$filled": 30}` a value that the provider filled in.
func terraformModel(_ json: String, facts: WorkerFacts = WorkerFacts()) throws -> Model {
    let document = try Document.parse(Array(json.utf8), path: "plan.json")
    let resources = (document.root?.entries ?? []).map { entry -> Resource in
        let address = entry.key.text
        let origin = Origin(node: entry.value, key: entry.key, parent: nil, component: nil, resource: address)
        return Resource(
            id: ResourceID(stack: 0, logicalID: address), name: address, type: type(of: address), existence: .always,
            body: value(entry.value, origin: origin))
    }
    let stack = Stack(
        kind: .terraformPlan, document: document, name: "", root: 0, resources: resources,
        resourceCount: resources.count, open: [], problems: [], exports: [], outputs: [])
    return ModelBuilder(facts: facts).build(Workload(stacks: [stack], unrecognised: []))
}

/// `module.a.aws_sqs_queue.q[0]` is of the type `aws_sqs_queue`.
private func type(of address: String) -> String {
    address.split(separator: ".").first { $0.hasPrefix("aws_") }.map(String.init) ?? ""
}

private func value(_ node: Node, origin: Origin) -> Value {
    switch node.kind {
    case .scalar where node.isNull: return Value(.absent, origin: origin)
    case .scalar: return Value(.scalar(.init(node.text, isQuoted: node.style != .plain)), origin: origin)
    case .sequence:
        let elements = node.elements.enumerated().map { index, element in
            value(element, origin: origin.child(.index(index), node: element, key: nil))
        }
        return Value(.list(elements, open: []), origin: origin)
    case .mapping:
        if let reference = node["$ref"] {
            let id = ResourceID(stack: 0, logicalID: reference.text)
            return Value(
                .reference(Reference(resource: id, attribute: .named(node["attribute"]?.text ?? "arn"))), origin: origin)
        }
        if let unknown = node["$unknown"] {
            let mentions = unknown.elements.map {
                Reference(resource: ResourceID(stack: 0, logicalID: $0.text), attribute: .named("arn"))
            }
            return Value(
                .unknown([Reason("it is known after apply")], mayBeAbsent: false), origin: origin, mentions: mentions)
        }
        if let filled = node["$filled"] {
            let step = OriginStep(kind: .providerDefault, label: "the provider's default", origin: nil)
            return Value(.scalar(.init(filled.text, isQuoted: false)), origin: origin, steps: [step])
        }
        let members = node.entries.map { entry in
            Value.Member(
                key: entry.key.text,
                value: value(entry.value, origin: origin.child(.key(entry.key.text), node: entry.value, key: entry.key)))
        }
        return Value(.map(members), origin: origin)
    }
}
