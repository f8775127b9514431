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
            let demanded = BodyReader(scope: scope).value(entry.value, at: place).demanded
            run.demand(existence.negated.or(demanded))
        }
    }
}

extension Value {
    /// When the value is true; always where nothing says it, so that it excludes nothing.
    fileprivate var demanded: Condition {
        if case .choice(let condition, let yes, let no) = content {
            return condition.and(yes.demanded).or(condition.negated.and(no.demanded))
        }
        if let truth = convertedTruth { return truth ? .always : .never }
        guard let key = identityKey, case .unknown = content else { return .always }
        return .atom(ConditionAtom(key: "\(key)=='true'", label: summary, question: self))
    }
}
