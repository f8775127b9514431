import YAMLBridge

/// Reads rule files into rules; every fault is noted with its place, and reading goes on.
struct RuleFileParser {
    static let apiVersion = "ecslint/v1"
    static let testKind = "RuleTests"

    let sections: RuleSections
    var diagnostics: [RuleDiagnostic] = []

    init(sections: RuleSections) {
        self.sections = sections
    }

    /// The rules of files; those for tests alone add theirs to the rules of the others.
    mutating func rules(in documents: [Document]) -> [Rule] {
        var found: [Rule] = []
        for document in documents where !Self.isTestFile(document.path) { found += rules(in: document) }
        guard sections == .everything else { return found }
        for document in documents where Self.isTestFile(document.path) { found = adding(testsIn: document, to: found) }
        return found
    }

    /// The rules of a file, one for each YAML document in it.
    mutating func rules(in document: Document) -> [Rule] {
        for warning in document.warnings {
            diagnostics.append(
                RuleDiagnostic(
                    file: document.path, span: warning.span, code: warning.code.rawValue, message: warning.message,
                    help: warning.help))
        }
        let roots = document.roots
        if roots.isEmpty {
            let start = SourcePosition(line: 1, column: 1)
            diagnostics.append(
                RuleDiagnostic(
                    file: document.path, span: SourceSpan(start: start, end: start), code: "no-rule",
                    message: "the file holds no rule", help: "start with `apiVersion: \(Self.apiVersion)`"))
        }
        return roots.compactMap { rule($0) }
    }

    private mutating func rule(_ node: Node) -> Rule? {
        guard let fields = mapping(node, as: .rule) else { return nil }
        check(fields, "apiVersion", is: Self.apiVersion)
        check(fields, "kind", is: "Rule")
        let id = identifier(fields, "id", isValid: Self.isID, shape: "capital letters and three digits, such as SQS001")
        let name = identifier(fields, "name", isValid: Self.isName, shape: "lower-case words joined by '-'")
        let severity: Severity? = choice(fields, "severity")
        let category = text(fields, "category")
        let selection = fields["select"].flatMap { self.selection($0) }
        let checks = sequence(fields, "checks", needsOne: true).compactMap { check($0) }
        report(duplicatesIn: checks)
        if let replaced = fields.key("replacedBy"), fields["status"]?.text != Rule.Status.deprecated.rawValue {
            note(
                replaced, "bad-value", "only a deprecated rule is replaced",
                help: "write `status: deprecated`, or leave 'replacedBy' out")
        }
        let rest = (
            documentation: documentation(fields), parameters: parameters(fields),
            iteration: fields["forEach"].flatMap { iteration($0) },
            variables: sequence(fields, "variables").compactMap { variable($0) }
        )
        guard let id, let name, let severity, let category, let selection else { return nil }
        return Rule(
            id: id.text, name: name.text, since: text(fields, "since"),
            status: choice(fields, "status") ?? .stable, replacedBy: text(fields, "replacedBy"),
            overrides: text(fields, "overrides"), severity: severity, category: category, tags: texts(fields, "tags"),
            confidence: choice(fields, "confidence") ?? .medium,
            securitySeverity: securitySeverity(fields), documentation: rest.documentation,
            parameters: rest.parameters, selection: selection, iteration: rest.iteration,
            variables: rest.variables, checks: checks, tests: tests(fields, variable: selection.variable),
            idNode: id, replacedByNode: fields["replacedBy"], overridesNode: fields["overrides"])
    }

    mutating func check(_ fields: MappingFields, _ key: String, is expected: String) {
        guard let node = fields[key] else { return }
        if node.kind != .scalar || node.text != expected {
            note(node, "bad-value", "'\(key)' is not '\(expected)'", help: "write `\(key): \(expected)`")
        }
    }

    private mutating func identifier(
        _ fields: MappingFields, _ key: String, isValid: (String) -> Bool, shape: String
    ) -> Node? {
        guard let node = fields[key] else { return nil }
        guard node.kind == .scalar, isValid(node.text) else {
            note(node, "bad-value", "'\(node.text)' is not a rule \(key)", help: "a rule's \(key) is \(shape)")
            return nil
        }
        return node
    }

    private mutating func securitySeverity(_ fields: MappingFields) -> String? {
        guard let value = text(fields, "securitySeverity"), let node = fields["securitySeverity"] else { return nil }
        guard let number = Double(value), (0...10).contains(number) else {
            note(node, "bad-value", "'\(value)' is not a security severity", help: "write a number from \"0.0\" to \"10.0\"")
            return nil
        }
        return value
    }

    private mutating func report(duplicatesIn checks: [RuleCheck]) {
        guard checks.count > 1 else { return }
        var seen: Set<String> = []
        for check in checks where !seen.insert(check.id).inserted {
            note(check.idNode, "duplicate-check", "two checks are called '\(check.id)'", help: "give each check its own id")
        }
    }

    static func isID(_ text: String) -> Bool {
        let letters = text.utf8.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }.count
        let digits = text.utf8.dropFirst(letters)
        return (2...8).contains(letters) && (3...4).contains(digits.count) && digits.allSatisfy(Self.isDigit)
    }

    static func isName(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last, first != UInt8(ascii: "-"), last != UInt8(ascii: "-") else {
            return false
        }
        return bytes.count <= 80
            && bytes.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
