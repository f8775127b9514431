import Evaluation
import Testing
import YAMLBridge

@testable import Templates

/// A JSON text as a value, without functions.
func literalValue(_ text: String) throws -> Value {
    let document = try Document.parse(Array(text.utf8), path: "main.tf.json")
    let root = try #require(document.root)
    return literalValue(root, Origin(node: root, key: nil, parent: nil, component: nil, resource: nil))
}

private func literalValue(_ node: Node, _ origin: Origin) -> Value {
    switch node.kind {
    case .scalar where node.isNull: return Value(.absent, origin: origin)
    case .scalar: return Value(.scalar(.init(node.text, isQuoted: node.style != .plain)), origin: origin)
    case .sequence:
        let elements = node.elements.enumerated().map { literalValue($1, origin.child(.index($0), node: $1, key: nil)) }
        return Value(.list(elements, open: []), origin: origin)
    case .mapping:
        let members = node.entries.map { entry in
            let place = origin.child(.key(entry.key.text), node: entry.value, key: entry.key)
            return Value.Member(key: entry.key.text, value: literalValue(entry.value, place))
        }
        return Value(.map(members), origin: origin)
    }
}
