import Evaluation
import YAMLBridge

/// A block of a configuration, with what override files put in the place of its arguments.
struct ConfigurationBlock {
    /// The last label: the name of a resource, a variable, a module.
    let key: Node
    /// The first word of its header; `nil` in the JSON form, where the words stand apart.
    let head: Node?
    /// What stands between its braces.
    let body: Node
    /// Its arguments and nested blocks, duplicates included.
    private(set) var entries: [Node.Entry]

    init(key: Node, head: Node? = nil, body: Node) {
        self.key = key
        self.head = head
        self.body = body
        entries = body.entries
    }

    var document: Document { body.document }

    /// An argument or nested block; of several the last.
    func entry(_ name: String) -> Node.Entry? { entries.last { $0.key.text == name } }

    /// Takes what an override file's block has instead of the block's own: each argument by itself, nested blocks all of a
    /// type together, whether written or made by `dynamic` blocks.
    ///
    /// Source: https://developer.hashicorp.com/terraform/language/files/override, "Merging Behavior", and Terraform,
    /// `internal/configs/module_merge_body.go`. Of `lifecycle` the arguments are merged one by one (`module_merge.go`).
    mutating func override(with other: ConfigurationBlock) {
        var replaced = Set(other.entries.map(\.key.text)).subtracting(["dynamic", "lifecycle"])
        replaced.formUnion(other.entries.flatMap(\.dynamicTypes))
        entries = entries.compactMap { $0.without(replaced) } + other.entries
    }

    /// The blocks of a name, in the order of the text: of those of override files the last.
    func bodies(_ name: String) -> [Node] { entries.filter { $0.key.text == name }.flatMap { $0.value.bodies } }

    /// The places of what stands in the block.
    func origin(resource: String?, path: [PathComponent] = []) -> Origin {
        // The header of a block, in JSON its name.
        let (place, name) = head.map { (key, $0) } ?? (body, key)
        var origin = Origin(node: place, key: name, parent: nil, component: path.first, resource: resource)
        for component in path.dropFirst() { origin = origin.child(component, node: place, key: name) }
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

extension Node.Entry {
    /// The types of the blocks that a `dynamic` block makes; empty for every other entry.
    fileprivate var dynamicTypes: [String] {
        key.text == "dynamic" ? value.bodies.flatMap(\.entries).map(\.key.text) : []
    }

    /// The entry, or nothing where it is an argument or makes blocks of one of the names.
    fileprivate func without(_ names: Set<String>) -> Node.Entry? {
        let types = dynamicTypes
        guard types.isEmpty else { return types.allSatisfy(names.contains) ? nil : self }
        return names.contains(key.text) ? nil : self
    }
}
