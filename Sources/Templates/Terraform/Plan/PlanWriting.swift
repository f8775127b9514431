import Evaluation
import YAMLBridge

/// What a plan's configuration says of how a value was written.
enum PlanWriting {
    /// The plan does not tell: it has no configuration, or the value may come from a `dynamic` block, which plans leave out.
    case untold
    /// Nothing is written: the provider chose the value.
    case nothing
    /// An attribute's expression; everything inside the value comes from it.
    case expression(PlanExpression)
    /// A nested block: expressions by attribute.
    case block(Node)
    /// Nested blocks of one name, in the order of the text.
    case blocks([Node])

    /// What is written for a key of a block.
    init(_ key: String, in block: Node) {
        guard let node = block[key] else {
            self = .nothing
            return
        }
        if let expression = PlanExpression(node) {
            self = expression.isNull ? .nothing : .expression(expression)
        } else if node.kind == .sequence {
            self = .blocks(node.elements)
        } else {
            self = .block(node)
        }
    }

    /// What is written for a member of a map value or nested block.
    func member(_ key: String) -> PlanWriting {
        switch self {
        case .untold, .nothing: .untold
        case .expression: self
        case .block(let node): PlanWriting(key, in: node)
        case .blocks(let nodes): nodes.count == 1 ? PlanWriting(key, in: nodes[0]) : .untold
        }
    }

    /// What is written for an element of a list value, or one of several nested blocks.
    ///
    /// Blocks of a set stand in another order in the values than in the text, and `dynamic` blocks are missing in the
    /// configuration: an element's block is the only one whose literals fit it.
    func element(_ value: Node?) -> PlanWriting {
        switch self {
        case .untold, .nothing: return .untold
        case .expression: return self
        case .block(let node): return .block(node)
        case .blocks(let nodes):
            let fitting = nodes.filter { Self.fits($0, value) }
            return fitting.count == 1 ? .block(fitting[0]) : .untold
        }
    }

    /// Whether no literal of a block contradicts a value.
    private static func fits(_ block: Node, _ value: Node?) -> Bool {
        guard let value, value.kind == .mapping else { return true }
        return block.entries.allSatisfy { entry in
            guard let constant = PlanExpression(entry.value)?.constant, !constant.isNull, let known = value[entry.key.text]
            else { return true }
            switch (constant.kind, known.kind) {
            case (.scalar, .scalar): return constant.text == known.text
            case (.sequence, .sequence): return texts(of: constant) == texts(of: known)
            default: return true
            }
        }
    }

    /// The elements of a list in an order of their own: a set is sorted in the values and not in the text.
    private static func texts(of list: Node) -> [String] { list.elements.map(\.text).sorted() }
}
