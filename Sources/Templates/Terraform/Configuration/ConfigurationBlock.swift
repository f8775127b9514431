import Evaluation
import YAMLBridge

/// A block of a configuration, with what override files put in the place of its arguments.
struct ConfigurationBlock {
    /// The last label: the name of a resource, a variable, a module.
    let key: Node
    /// Where the block stands: its body.
    let body: Node
    /// Its arguments and nested blocks, duplicates included.
    private(set) var entries: [Node.Entry]

    init(key: Node, body: Node) {
        self.key = key
        self.body = body
        entries = body.entries
    }

    var document: Document { body.document }

    /// An argument or nested block; of several the last.
    func entry(_ name: String) -> Node.Entry? { entries.last { $0.key.text == name } }

    /// Takes the arguments of an override file's block instead of the block's own.
    mutating func override(with other: ConfigurationBlock) {
        let replaced = Set(other.entries.map(\.key.text))
        entries = entries.filter { !replaced.contains($0.key.text) } + other.entries
    }

    /// The places of what stands in the block.
    func origin(resource: String?, path: [PathComponent] = []) -> Origin {
        var origin = Origin(node: body, key: key, parent: nil, component: path.first, resource: resource)
        for component in path.dropFirst() { origin = origin.child(component, node: body, key: key) }
        return origin
    }
}

extension Node {
    /// Whether the node's texts are templates, as in JSON, and not expressions, as in Terraform's own language.
    var holdsTemplates: Bool { document.path.hasSuffix(".json") }

    /// A text that has to be written out: a source, a type. In Terraform's own language it stands in quotes.
    var literalText: String? {
        guard kind == .scalar, !isNull else { return nil }
        guard !holdsTemplates else { return text }
        guard let expression = try? ExpressionParser.expression(text), case .template(let pieces) = expression.form else {
            return text
        }
        var literal = ""
        for piece in pieces {
            guard case .literal(let part) = piece else { return nil }
            literal += part
        }
        return literal
    }
}
