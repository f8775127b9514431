import Evaluation
import YAMLBridge

/// The keys that stand twice in a mapping.
struct DuplicateKeys: StackPart {
    unowned let stack: StackEvaluator

    /// Reports the keys that stand twice in the template and in the files that it includes; CloudFormation takes the last.
    func report() {
        let included = stack.includes.documents.filter { $0.key != template.document.path }.sorted { $0.key < $1.key }
        for document in [template.document] + included.map(\.value) { report(in: document) }
    }

    private func report(in document: Document) {
        guard let root = document.root else { return }
        for warning in document.warnings where warning.code == .duplicateKey {
            let place = deepestEntry(at: warning.span.start, in: root)
            stack.log.add(
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
            if let (index, element) = Self.last(of: node.elements, before: position) {
                origin = origin.child(.index(index), node: element, key: nil)
                node = element
                continue
            }
            guard let entry = node.entries.last(where: { $0.key.span.start <= position }) else { break }
            let isResource = isInResources
            isInResources = origin.component == nil && origin.resource == nil && entry.key.text == "Resources"
            origin =
                isResource
                ? resourceOrigin(SectionEntry(name: entry.key.text, entry: entry, loops: .none))
                : origin.child(.key(entry.key.text), node: entry.value, key: entry.key)
            if entry.key.span.start == position { break }
            node = entry.value
        }
        return origin
    }

    private static func last(of elements: [Node], before position: SourcePosition) -> (Int, Node)? {
        guard let index = elements.lastIndex(where: { $0.span.start <= position }) else { return nil }
        return (index, elements[index])
    }
}
