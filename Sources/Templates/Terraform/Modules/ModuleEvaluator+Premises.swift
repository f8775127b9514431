import Evaluation
import YAMLBridge

/// What holds of the open variables in every deployment, because Terraform stops otherwise.
///
/// Source: https://developer.hashicorp.com/terraform/language/validate
extension ModuleEvaluator {
    /// Notes what validations of variables and preconditions of resources demand.
    func readPremises() {
        for (name, block) in configuration.blocks(.variable) {
            let origin = block.origin(resource: nil, path: [.key("variable"), .key(name)])
            demand("validation", among: block.entries, of: scope("var.\(name)"), when: existence, at: origin)
        }
        for section in [ModuleConfiguration.Section.resource, .data] {
            for (name, block) in configuration.blocks(section) {
                let lifecycle = block.entries.filter { $0.key.text == "lifecycle" }.flatMap { $0.value.bodies }
                guard !lifecycle.isEmpty else { continue }
                let address = section == .data ? "data.\(name)" : name
                let origin = block.origin(resource: prefix + address)
                for copy in copies(of: block, address).all {
                    demand(
                        "precondition", among: lifecycle.flatMap(\.entries), of: scope(address, copy.repetition),
                        when: existence.and(copy.existence), at: origin)
                }
            }
        }
    }

    private func demand(
        _ kind: String, among entries: [Node.Entry], of scope: BlockScope, when existence: Condition, at origin: Origin
    ) {
        for body in entries.filter({ $0.key.text == kind }).flatMap({ $0.value.bodies }) {
            guard let entry = body.entry("condition") else { continue }
            let place = origin.child(.key(kind), node: entry.value, key: entry.key)
            let value = BodyReader(scope: scope).value(entry.value, at: place)
            let key = "\(run.firstStack)@\(scope.identity).\(kind)[\(entry.value.byteRange.lowerBound)]"
            run.demand(existence.negated.or(value.demanded(reading: reads(entry.value, at: place), key: key)))
        }
    }

    /// The variables and local values that a condition names.
    private func reads(_ node: Node, at origin: Origin) -> [Value] {
        var references = WrittenReferences()
        references.add(node)
        var reads: [(name: String, value: Value)] = []
        for target in references.targets {
            switch target {
            case .variable(let name) where configuration.block(.variable, name) != nil:
                reads.append(("var.\(name)", variableReference(name, at: origin)))
            case .local(let name): reads.append(("local.\(name)", localReference(name, at: origin)))
            case .variable, .resource, .output, .module: continue
            }
        }
        return reads.sorted { $0.name < $1.name }.map(\.value).filter { !$0.isWhollyKnown }
    }
}
