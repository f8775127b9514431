import Evaluation
import YAMLBridge

/// Reads the values of one resource of a state.
struct StateValueReader {
    /// Which values are sensitive.
    enum Sensitive {
        /// A tree of the values' shape with `true` at the places.
        case marks(Node?)
        /// Paths of keys and indices that are left to walk.
        case paths([ArraySlice<PathComponent>])

        var isWhole: Bool {
            switch self {
            case .marks(let node): node?.isTrue == true
            case .paths(let paths): paths.contains(where: \.isEmpty)
            }
        }

        func inner(_ component: PathComponent) -> Sensitive {
            switch (self, component) {
            case (.marks(let node), .key(let key)): .marks(node?[key])
            case (.marks(let node), .index(let index)):
                .marks(node.flatMap { node in node.elements.indices.contains(index) ? node.elements[index] : nil })
            case (.paths(let paths), _):
                .paths(paths.filter { $0.first == component }.map { $0.dropFirst() })
            }
        }
    }

    private static let deepest = 64

    let sensitive: Sensitive
    /// False for values that are no resource's: an empty text is one.
    var isResource = true

    func body(_ node: Node?, at origin: Origin) -> Value {
        guard let node, node.kind == .mapping else { return Value(.map([]), origin: origin) }
        return map(node, sensitive, at: origin, isBlock: true, depth: 0)
    }

    /// A value by itself.
    func literal(_ node: Node, at origin: Origin) -> Value {
        value(node, sensitive, at: origin, isBlock: false, isAttribute: false, depth: 0)
    }

    private func value(
        _ node: Node, _ sensitive: Sensitive, at origin: Origin, isBlock: Bool, isAttribute: Bool, depth: Int
    ) -> Value {
        if sensitive.isWhole { return SensitiveValue.value(node, at: origin) }
        guard depth < Self.deepest else {
            return .unknown(Reason("it is nested too deep"), mayBeAbsent: true, origin: origin)
        }
        if node.isNull { return Value(.absent, origin: origin) }
        switch node.kind {
        case .scalar:
            let text = node.text
            // Providers keep "" for a text that is not set.
            if isAttribute, isResource, text.isEmpty { return Value(.absent, origin: origin) }
            return Value(.scalar(.init(text, isQuoted: node.style == .doubleQuoted)), origin: origin)
        case .sequence:
            let elements = node.elements.enumerated().map { index, element in
                value(
                    element, sensitive.inner(.index(index)), at: origin.child(.index(index), node: element, key: nil),
                    isBlock: true, isAttribute: false, depth: depth + 1)
            }
            return Value(.list(elements, open: []), origin: origin)
        case .mapping: return map(node, sensitive, at: origin, isBlock: isBlock, depth: depth)
        }
    }

    /// - Parameter isBlock: the map is a resource or a nested block, and its members are attributes.
    private func map(_ node: Node, _ sensitive: Sensitive, at origin: Origin, isBlock: Bool, depth: Int) -> Value {
        let members = node.entries.map { entry in
            let key = entry.key.text
            let place = origin.child(.key(key), node: entry.value, key: entry.key)
            return Value.Member(
                key: key,
                value: value(
                    entry.value, sensitive.inner(.key(key)), at: place, isBlock: false, isAttribute: isBlock,
                    depth: depth + 1))
        }
        return Value(.map(members), origin: origin)
    }
}

extension Value {
    /// The body of a resource that nothing looks into.
    static func unread(_ type: String, at origin: Origin) -> Value {
        .unknown(Reason("\(type) is not read"), mayBeAbsent: true, origin: origin)
    }
}
