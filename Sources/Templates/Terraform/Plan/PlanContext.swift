import Evaluation
import YAMLBridge

/// What all resources of a plan are read with.
final class PlanContext {
    let references: PlanReferences
    let facts: ProviderFacts
    /// Index of the plan's stack.
    private let stack: Int
    /// Reads a data source's body, for values that are one of its attributes.
    var body: (_ address: String) -> Value? = { _ in nil }
    /// What each data source looks up, `nil` for what is not in the plan.
    private var found: [String: ResourceID?] = [:]

    init(references: PlanReferences, facts: ProviderFacts, stack: Int) {
        self.facts = facts
        self.references = references
        self.stack = stack
    }

    /// A reference to a resource; one to a data source that looks up a resource of the plan is one to that.
    func reference(to target: PlanTarget) -> Reference {
        let lookedUp = resource(lookedUpBy: target.address)
        let isItsName = lookedUp != nil && target.attribute == facts.lookups[ResourceAddress(target.address).type]
        let attribute = isItsName ? "name" : target.attribute
        return Reference(
            resource: lookedUp ?? ResourceID(stack: stack, logicalID: target.address),
            attribute: attribute.isEmpty ? .identifier : .named(attribute))
    }

    /// Modules are given a name and look the rest up: `data "aws_sqs_queue" "q" { name = var.queue_name }`. In a first plan
    /// that leads back to the resource whose name it is.
    private func resource(lookedUpBy address: String) -> ResourceID? {
        let parts = ResourceAddress(address)
        guard parts.isData, let argument = facts.lookups[parts.type] else { return nil }
        if let known = found[address] { return known }
        guard let name = body(address)?.member(argument) else { return nil }
        var resource: ResourceID?
        if case .reference(let reference) = name.content, reference.attribute == .named("name"),
            ResourceAddress(reference.resource.logicalID).type == parts.type
        {
            resource = reference.resource
        }
        found[address] = .some(resource)
        return resource
    }

    /// A value that is an attribute of another resource.
    ///
    /// A policy document that the plan could not put together yet is put together from its statements.
    func value(of target: PlanTarget, at origin: Origin) -> Value {
        if target.attribute == "json" || target.attribute == "minified_json",
            let json = body(target.address)?.member("json"), case .map = json.content
        {
            let step = OriginStep(kind: .output(name: "json"), label: target.address, origin: json.origin)
            return json.moved(to: origin, step: step)
        }
        return Value(.reference(reference(to: target)), origin: origin)
    }

    /// Where all expressions of a nested block, or of a whole resource, lead.
    func answer(toAllOf block: Node, at place: PlanPlace) -> PlanAnswer {
        var answer = PlanAnswer.nothing
        var pending = [block]
        while let node = pending.popLast() {
            if let expression = PlanExpression(node) {
                answer.add(references.answer(to: expression, at: place), limit: 64)
            } else {
                pending += (node.elements + node.entries.map(\.value)).reversed()
            }
        }
        return answer
    }
}
