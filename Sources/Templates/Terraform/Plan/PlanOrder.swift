import Evaluation
import YAMLBridge

/// What the resources of a plan wait for: what their expressions lead to, and what `depends_on` names.
///
/// Source: https://developer.hashicorp.com/terraform/internals/json-format, "Configuration Representation": `depends_on` of
/// resources and module calls, `expressions` with their `references`.
struct PlanOrder {
    let index: PlanIndex
    let context: PlanContext

    /// What a resource waits for.
    struct Needs {
        /// As ``Resource/waitsFor`` has them.
        var names: [String] = []
        /// Whether they are all: a plan does not tell what locals lead to.
        var isWhole = true
    }

    func needs(of place: PlanPlace, writtenAs configuration: Node?) -> Needs {
        guard let configuration else { return Needs(isWhole: false) }
        var needs = Needs()
        add(configuration["depends_on"], in: place.module, to: &needs)
        for key in ["expressions", "for_each_expression", "count_expression"] {
            guard let expressions = configuration[key] else { continue }
            let answer = context.answer(toAllOf: expressions, at: place)
            needs.names += answer.targets.map { ResourceAddress.withoutKeys($0.address) }
            needs.isWhole = needs.isWhole && answer.reasons.isEmpty && answer.targets.count < Self.mostTargets
        }
        // What a module waits for all that is in it waits for.
        var module = place.module
        while let parent = module.parent {
            add(module.callNode?["depends_on"], in: parent, to: &needs)
            module = parent
        }
        return needs
    }

    /// As many as an answer keeps.
    private static let mostTargets = 64

    private func add(_ names: Node?, in module: PlanModule, to needs: inout Needs) {
        let path = ResourceAddress.withoutKeys(module.address)
        for name in names?.elements.map(\.text) ?? [] {
            let isModule = name.hasPrefix("module.")
            let parts = name.split(separator: ".").prefix(2)
            let whole = (path.isEmpty ? [] : [path]) + [ResourceAddress.withoutKeys(parts.joined(separator: "."))]
            needs.names.append(whole.joined(separator: ".") + (isModule ? "." : ""))
        }
    }
}
