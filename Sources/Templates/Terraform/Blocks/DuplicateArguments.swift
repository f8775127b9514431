import Evaluation
import YAMLBridge

/// Arguments that stand twice in a block of JSON. Blocks may stand twice: each of them is one.
struct DuplicateArguments {
    let document: Document

    /// One problem for each argument, at the later one.
    var problems: [TemplateProblem] {
        guard let root = document.root, root.holdsTemplates else { return [] }
        return document.warnings.compactMap { warning in
            guard warning.code == .duplicateKey, let origin = place(of: warning.span.start, in: root) else { return nil }
            return TemplateProblem(
                code: .duplicateKey, message: warning.message, help: "Remove one of the two; Terraform refuses them.",
                origin: origin, related: warning.related)
        }
    }

    /// The origin of the argument whose key starts at a position; `nil` for a block.
    private func place(of position: SourcePosition, in root: Node) -> Origin? {
        var node = root
        var origin = Origin(node: root, key: nil, parent: nil, component: nil, resource: nil)
        var labels: [String] = []
        while true {
            if node.kind == .sequence {
                guard let element = node.elements.last(where: { $0.span.start <= position }) else { return nil }
                node = element
                continue
            }
            guard let entry = node.entries.last(where: { $0.key.span.start <= position }) else { return nil }
            labels.append(entry.key.text)
            if labels.count == 3, labels[0] == "resource" || labels[0] == "data" {
                let address = (labels[0] == "data" ? "data." : "") + "\(labels[1]).\(labels[2])"
                origin = Origin(node: entry.value, key: entry.key, parent: nil, component: nil, resource: address)
            } else {
                origin = origin.child(.key(entry.key.text), node: entry.value, key: entry.key)
            }
            if entry.key.span.start == position { return entry.value.kind == .scalar ? origin : nil }
            node = entry.value
        }
    }
}
