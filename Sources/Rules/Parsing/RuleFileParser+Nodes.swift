import Text
import YAMLBridge

extension RuleFileParser {
    mutating func note(_ node: Node, _ code: String, _ message: String, help: String? = nil) {
        diagnostics.append(RuleDiagnostic(at: node, code: code, message: message, help: help))
    }

    /// Notes that a key is not there.
    mutating func missing(_ fields: MappingFields, _ key: String) {
        diagnostics.append(
            RuleDiagnostic(
                file: fields.node.document.path,
                span: SourceSpan(start: fields.node.span.start, end: fields.node.span.start), code: "missing-key",
                message: "'\(key)' is missing", help: "add `\(key):` here"))
    }

    /// The entries of a mapping; keys that it does not have are noted, and those that it lacks.
    mutating func mapping(_ node: Node, as shape: RuleFileShape) -> MappingFields? {
        guard node.kind == .mapping else {
            note(node, "wrong-type", "\(shape.title) is a mapping of \(shape.keys.map(\.name).joined(separator: ", "))")
            return nil
        }
        let fields = MappingFields(node, as: shape)
        for key in fields.unknown {
            note(
                key, "unknown-key", "\(shape.title) has no key '\(key.text)'",
                help: NearestName.help(for: key.text, among: shape.keys.map(\.name)))
        }
        for key in shape.keys where key.isRequired && fields[key.name] == nil { missing(fields, key.name) }
        return fields
    }

    /// The text of a scalar.
    mutating func text(_ fields: MappingFields, _ key: String) -> String? {
        guard let node = fields[key] else { return nil }
        guard node.kind == .scalar else {
            note(node, "wrong-type", "'\(key)' is a text")
            return nil
        }
        return node.text
    }

    /// A list of texts, empty when the key is not there; a single text counts as a list of one.
    mutating func texts(_ fields: MappingFields, _ key: String) -> [String] {
        guard let node = fields[key] else { return [] }
        if node.kind == .scalar { return [node.text] }
        return sequence(fields, key).compactMap { element in
            guard element.kind == .scalar else {
                note(element, "wrong-type", "'\(key)' is a list of texts")
                return nil
            }
            return element.text
        }
    }

    /// The elements of a list, none when the key is not there.
    mutating func sequence(_ fields: MappingFields, _ key: String, needsOne: Bool = false) -> [Node] {
        guard let node = fields[key] else { return [] }
        guard node.kind == .sequence else {
            note(node, "wrong-type", "'\(key)' is a list")
            return []
        }
        if needsOne, node.count == 0 { note(node, "wrong-type", "'\(key)' needs at least one element") }
        return node.elements
    }

    /// One of a closed set of words.
    mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ fields: MappingFields, _ key: String
    ) -> Choice? {
        guard let text = text(fields, key), let node = fields[key] else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        note(
            node, "bad-value", "'\(text)' is not a \(key)",
            help: NearestName.help(for: text, among: Choice.allCases.map(\.rawValue)))
        return nil
    }

    /// An expression; YAML's own `true`, numbers and texts are its source as they stand.
    mutating func expression(_ fields: MappingFields, _ key: String) -> ExpressionSource? {
        guard text(fields, key) != nil, let node = fields[key] else { return nil }
        return ExpressionSource(text: node.text, node: node)
    }
}
