import YAMLBridge

extension RuleFileParser {
    mutating func note(_ node: Node, _ code: String, _ message: String, help: String? = nil) {
        diagnostics.append(RuleDiagnostic(at: node, code: code, message: message, help: help))
    }

    /// Notes that a key is not there.
    @discardableResult
    mutating func missing<Result>(_ fields: MappingFields, _ key: String) -> Result? {
        diagnostics.append(
            RuleDiagnostic(
                file: fields.node.document.path,
                span: SourceSpan(start: fields.node.span.start, end: fields.node.span.start), code: "missing-key",
                message: "'\(key)' is missing", help: "add `\(key):` here"))
        return nil
    }

    mutating func missing(_ fields: MappingFields, _ key: String) {
        let _: Never? = missing(fields, key)
    }

    /// The entries of a mapping; unknown and repeated keys are noted.
    mutating func mapping(_ node: Node, _ what: String, allowed: [String]) -> MappingFields? {
        guard node.kind == .mapping else {
            note(node, "wrong-type", "\(what) is a mapping of \(allowed.joined(separator: ", "))")
            return nil
        }
        var entries: [String: Node.Entry] = [:]
        for entry in node.entries {
            let key = entry.key.text
            if !allowed.contains(key) {
                note(
                    entry.key, "unknown-key", "\(what) has no key '\(key)'",
                    help: Suggestion.help(for: key, among: allowed))
            }
            entries[key] = entry
        }
        return MappingFields(node: node, entries: entries)
    }

    /// The text of a scalar.
    mutating func text(_ fields: MappingFields, _ key: String, required: Bool = false) -> String? {
        guard let node = fields[key] else {
            if required { missing(fields, key) }
            return nil
        }
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
    mutating func sequence(_ fields: MappingFields, _ key: String, required: Bool = false) -> [Node] {
        guard let node = fields[key] else {
            if required { missing(fields, key) }
            return []
        }
        guard node.kind == .sequence else {
            note(node, "wrong-type", "'\(key)' is a list")
            return []
        }
        if required, node.count == 0 { note(node, "wrong-type", "'\(key)' needs at least one element") }
        return node.elements
    }

    /// One of a closed set of words.
    mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ fields: MappingFields, _ key: String, required: Bool = false
    ) -> Choice? {
        guard let text = text(fields, key, required: required), let node = fields[key] else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        note(
            node, "bad-value", "'\(text)' is no \(key)",
            help: Suggestion.help(for: text, among: Choice.allCases.map(\.rawValue)))
        return nil
    }

    /// An expression; YAML's own `true`, numbers and texts are its source as they stand.
    mutating func expression(_ fields: MappingFields, _ key: String, required: Bool = false) -> ExpressionSource? {
        guard text(fields, key, required: required) != nil, let node = fields[key] else { return nil }
        return ExpressionSource(text: node.text, node: node)
    }
}
