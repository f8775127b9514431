import YAMLBridge

extension StackEvaluator {
    /// Reports the keys that stand twice, of which CloudFormation takes the last.
    func reportDuplicateKeys() {
        guard let root = template.document.root else { return }
        for warning in template.document.warnings where warning.code == .duplicateKey {
            let place = deepestEntry(at: warning.span.start, in: root)
            problems.append(
                TemplateProblem(
                    code: .duplicateKey, message: warning.message,
                    help: warning.help ?? "Remove one of the two; CloudFormation takes the last.", origin: place,
                    related: warning.related))
        }
    }

    /// The origin of the key that starts at a position, for the report's resource and path.
    private func deepestEntry(at position: SourcePosition, in root: Node) -> Origin {
        var origin = Origin(node: root, key: nil, parent: nil, component: nil, resource: nil)
        var node = root
        var isInResources = false
        while true {
            guard let entry = node.entries.last(where: { $0.key.span.start <= position }) else { break }
            let isResource = isInResources
            isInResources = origin.component == nil && origin.resource == nil && entry.key.text == "Resources"
            origin = isResource
                ? resourceOrigin(SectionEntry(name: entry.key.text, entry: entry, loops: .none)) : origin.child(.key(entry.key.text), node: entry.value, key: entry.key)
            if entry.key.span.start == position { break }
            node = entry.value
        }
        return origin
    }
}
