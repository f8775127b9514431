import Evaluation
import YAMLBridge

extension Value {
    /// What a node lists, each part at its own place.
    ///
    /// - Parameters:
    ///   - scalar: a text, number or truth value.
    ///   - entry: what stands under a key; `nil` where it is read as everything else.
    static func tree(
        _ node: Node, at origin: Origin, entry: (Node.Entry, Origin) -> Value? = { _, _ in nil },
        scalar: (Node, Origin) -> Value
    ) -> Value {
        switch node.kind {
        case .scalar: return node.isNull ? Value(.absent, origin: origin) : scalar(node, origin)
        case .sequence:
            let elements = node.elements.enumerated().map { index, element in
                tree(element, at: origin.child(.index(index), node: element, key: nil), entry: entry, scalar: scalar)
            }
            return Value(.list(elements, open: []), origin: origin)
        case .mapping:
            let members = node.entries.map { member in
                let place = origin.child(.key(member.key.text), node: member.value, key: member.key)
                let value = entry(member, place) ?? tree(member.value, at: place, entry: entry, scalar: scalar)
                return Value.Member(key: member.key.text, value: value)
            }
            return Value(.map(members), origin: origin)
        }
    }
}
