import YAMLBridge

/// What all resources of a plan are read with.
final class PlanContext {
    let references: PlanReferences
    /// Index of the plan's stack.
    private let stack: Int
    /// Reads a data source's body, for values that are one of its attributes.
    var body: (_ address: String) -> Value? = { _ in nil }

    init(references: PlanReferences, stack: Int) {
        self.references = references
        self.stack = stack
    }

    func reference(to target: PlanTarget) -> Reference {
        Reference(
            resource: ResourceID(stack: stack, logicalID: target.address),
            attribute: target.attribute.isEmpty ? .identifier : .named(target.attribute))
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
