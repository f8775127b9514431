import Evaluation
import YAMLBridge

/// The circles of resources that need each other.
struct ResourceCircles: StackPart {
    unowned let stack: StackEvaluator

    /// Reports resources that need each other. Sides of undecided conditions are left out, since they may never stand
    /// together, and so are templates that a macro rewrites. CloudFormation refuses them as a circular dependency
    /// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html, "Circular dependency error").
    func report(among resources: [Resource]) {
        guard !template.isServerless, template.unreadMacros.isEmpty else { return }
        let places = Dictionary(
            resources.enumerated().map { ($1.id.logicalID, $0) }, uniquingKeysWith: { first, _ in first })
        let entries = Dictionary(sections.resources.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
        let needs = resources.map { resource -> [Int] in
            var names: [String] = []
            collectReferences(resource.body.member("Properties"), into: &names)
            names += entries[resource.id.logicalID].map(dependencies) ?? []
            return names.compactMap { places[$0] }
        }
        for circle in Circles(needs: needs).found() {
            guard let first = circle.first else { continue }
            let names = circle.map { resources[$0].name }
            let way = (names + [resources[first].name]).joined(separator: " needs ")
            report(
                .circularReference, "resources need each other before they exist: \(way)",
                help: "Break the circle: CloudFormation refuses the template. A property can move to a resource of its own.",
                at: resources[first].body.origin)
        }
    }

    private func collectReferences(_ value: Value, into names: inout [String]) {
        switch value.content {
        case .reference(let reference) where reference.resource.stack == index: names.append(reference.resource.logicalID)
        case .map(let members, _): for member in members { collectReferences(member.value, into: &names) }
        case .list(let values, _): for value in values { collectReferences(value, into: &names) }
        case .text(let parts):
            for case .value(let part) in parts { collectReferences(part, into: &names) }
        case .reference, .scalar, .external, .choice, .absent, .unknown: return
        }
    }

    private func dependencies(of entry: SectionEntry) -> [String] {
        guard let attribute = entry.attribute("DependsOn")?.value else { return [] }
        let nodes = attribute.kind == .sequence ? attribute.elements : [attribute]
        return nodes.filter { $0.kind == .scalar }.map { scope.text(of: $0) }
    }
}
