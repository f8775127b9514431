import Rules
import Text
import YAMLBridge

/// Suppressions that are values of the template: CloudFormation's `Metadata`, Terraform's `//`.
extension SuppressionReader {
    /// `Metadata: {ecslint: {ignore: ...}}` of each resource and of the whole template.
    mutating func readMetadata(of document: Document) {
        guard let root = document.root else { return }
        let whole = SourceSpan(
            start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: .max, column: 1))
        readIgnore(of: root, resource: nil, in: document, region: whole)
        for entry in root["Resources"]?.entries ?? [] {
            readIgnore(of: entry.value, resource: entry.key.text, in: document, region: Self.region(of: entry))
        }
    }

    private mutating func readIgnore(of owner: Node, resource: String?, in document: Document, region: SourceSpan) {
        guard let ignore = owner["Metadata"]?["ecslint"]?["ignore"] else { return }
        let scope = SuppressionScope.region(file: document.path, region)
        for element in ignore.kind == .sequence ? ignore.elements : [ignore] {
            let location = Location(
                file: document.path, span: element.span, resource: resource, path: "Metadata.ecslint.ignore")
            if element.kind == .mapping {
                readEntry(element, at: location, scope: scope)
            } else {
                read(element.text, as: .metadata, at: location, scope: scope)
            }
        }
    }

    static let entryKeys = ["rule", "rules", "until", "reason"]

    /// `{rule: SQS001, until: 2027-01-31, reason: ...}`
    private mutating func readEntry(_ node: Node, at location: Location, scope: SuppressionScope) {
        // A misspelled `until` would make it hold for ever.
        if let unknown = node.entries.first(where: { !Self.entryKeys.contains($0.key.text) }) {
            return report(.unknownKey(unknown.key.text), text: unknown.key.text, at: location, span: unknown.key.span)
        }
        let named = [node["rule"], node["rules"]].compactMap { $0 }
        let rules = named.flatMap { $0.kind == .sequence ? $0.elements : [$0] }.filter { !$0.text.isEmpty }
        guard !rules.isEmpty else { return report(.noRule, text: "", at: location) }
        let until = node["until"].map(\.text)
        let day = until.flatMap { CivilDay($0) }
        if let until, day == nil { return report(.badDay(until), text: until, at: location) }
        let reason = node["reason"].map(\.text).flatMap { $0.isEmpty ? nil : $0 }
        let directive = SuppressionDirective(rules: rules.map(\.text), until: day, reason: reason)
        add(
            Suppression(
                kind: .metadata, directive: directive, location: location, scope: scope, spans: rules.map(\.span)))
    }

    /// Notes of JSON templates, `"//": "ecslint: ignore SQS001 reason"`: about the object that they stand in, from its key on,
    /// since what a whole resource lacks is reported there.
    ///
    /// Source: Terraform's JSON syntax ignores a `//` property of an object and keeps it for such remarks
    /// (developer.hashicorp.com/terraform/language/syntax/json, "Comment Properties").
    mutating func readNotes(of document: Document) {
        guard document.bytes.contains("\"//\"") else { return }
        // A stack of our own: the depth is the input's choice. Aliases are YAML's; this text may still hold some.
        var pending = document.roots.map { (node: $0, start: $0.span.start) }
        var budget = 1_000_000
        while let (node, start) = pending.popLast(), budget > 0 {
            budget -= 1
            if node.kind == .sequence {
                // A block that may repeat is a list in Terraform's JSON; a list of one is the block that its key names.
                let isOne = node.elements.count == 1
                pending += node.elements.map { ($0, isOne ? start : $0.span.start) }
            }
            guard node.kind == .mapping else { continue }
            for entry in node.entries {
                if entry.key.text == "//" {
                    readNote(entry.value, about: SourceSpan(start: start, end: node.span.end), in: document)
                } else {
                    pending.append((entry.value, entry.key.span.start))
                }
            }
        }
    }

    private mutating func readNote(_ note: Node, about region: SourceSpan, in document: Document) {
        for text in note.kind == .sequence ? note.elements : [note] {
            guard let statement = Self.statement(text.text), statement.verb == "ignore" else { continue }
            read(
                statement.rest, as: .comment, at: Location(file: document.path, span: text.span),
                scope: .region(file: document.path, region))
        }
    }
}
