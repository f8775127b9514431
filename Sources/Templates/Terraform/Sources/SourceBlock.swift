import Evaluation
import YAMLBridge

/// A block of a configuration: in Terraform's language a body with a header, in its JSON form the value of a name.
struct SourceBlock {
    /// The last label, or the type of a block without one.
    let label: Node
    /// The first word of the header; `nil` in the JSON form, where the words stand apart.
    let head: Node?
    let body: Node

    /// True where values are written in Terraform's language, false for its JSON form.
    var isNative: Bool { head != nil }

    /// Where the block as a whole stands: its header.
    func origin(of resource: String) -> Origin {
        Origin(node: label, key: head, parent: nil, component: nil, resource: resource)
    }

    /// Where an inner block stands.
    func origin(in parent: Origin, _ component: PathComponent) -> Origin {
        parent.child(component, node: label, key: nil)
    }

    /// The attribute of a name; `nil` where it is not written.
    func attribute(_ name: String) -> Node.Entry? {
        body.entry(name).flatMap { !isNative || $0.value.kind == .scalar ? $0 : nil }
    }

    /// The nested blocks of a name, in the order of the text.
    func blocks(_ name: String) -> [SourceBlock] {
        guard isNative else {
            guard let entry = body.entry(name) else { return [] }
            return entry.value.mappings.map { SourceBlock(label: entry.key, head: nil, body: $0) }
        }
        return body.entries.filter { $0.value.kind == .mapping && $0.key.text == name }
            .map { SourceBlock(label: $0.key, head: $0.key, body: $0.value) }
    }

    /// The names of nested blocks, written and made by loops, each once. The JSON form writes a block as a value.
    var nestedNames: [String] {
        let written =
            isNative ? body.entries.filter { $0.value.kind == .mapping && $0.key.text != "dynamic" }.map(\.key.text) : []
        let made = blocks("dynamic").flatMap(\.body.entries).map(\.key.text)
        return (written + made).reduce(into: []) { names, name in if !names.contains(name) { names.append(name) } }
    }

    /// The blocks that write nested blocks of a name in a loop.
    func dynamicBlocks(_ name: String) -> [SourceBlock] {
        blocks("dynamic").flatMap { block -> [SourceBlock] in
            block.body.entries.filter { $0.key.text == name }.flatMap { entry in
                entry.value.mappings.map { SourceBlock(label: entry.key, head: block.head, body: $0) }
            }
        }
    }
}

extension Node {
    /// The mapping, or the mappings of a list of them: both forms mean blocks in Terraform's JSON form.
    var mappings: [Node] {
        switch kind {
        case .mapping: [self]
        case .sequence: elements.filter { $0.kind == .mapping }
        case .scalar: []
        }
    }
}
