import YAMLBridge

extension RuleFileParser {
    mutating func selection(_ node: Node) -> RuleSelection? {
        guard let fields = mapping(node, as: .selection) else { return nil }
        let format: RuleFormat? = choice(fields, "format")
        let kind = text(fields, "kind")
        let variable = self.variable(fields, "as")
        let condition = expression(fields, "where")
        guard let kind, let kindNode = fields["kind"], let variable else { return nil }
        return RuleSelection(kind: kind, variable: variable, condition: condition, format: format, kindNode: kindNode)
    }

    mutating func iteration(_ node: Node) -> RuleIteration? {
        guard let fields = mapping(node, as: .iteration) else { return nil }
        let list = expression(fields, "in")
        let variable = self.variable(fields, "as")
        let condition = expression(fields, "where")
        guard let list, let variable else { return nil }
        return RuleIteration(list: list, variable: variable, condition: condition)
    }

    mutating func variable(_ node: Node) -> RuleVariable? {
        guard let fields = mapping(node, as: .variable) else { return nil }
        let name = variable(fields, "name")
        let value = expression(fields, "value")
        guard let name, let value else { return nil }
        return RuleVariable(name: name, value: value)
    }

    mutating func check(_ node: Node) -> RuleCheck? {
        guard let fields = mapping(node, as: .check) else { return nil }
        let id = text(fields, "id")
        let condition = expression(fields, "when")
        let assertion = expression(fields, "assert")
        let path = expression(fields, "at")
        let related = sequence(fields, "related").compactMap { relatedPlace($0) }
        let message = message(fields, "message")
        let fix = self.message(fields, "fix")
        let severity: Severity? = choice(fields, "severity")
        let policy: RuleCheck.UnknownPolicy? = choice(fields, "onUnknown")
        guard let id, let idNode = fields["id"], let assertion, let path, let message else { return nil }
        return RuleCheck(
            id: id, condition: condition, assertion: assertion, path: path, related: related, message: message,
            fix: fix, severity: severity, unknownPolicy: policy ?? .skip, idNode: idNode)
    }

    private mutating func relatedPlace(_ node: Node) -> RuleCheck.RelatedPlace? {
        guard let fields = mapping(node, as: .relatedPlace) else { return nil }
        let path = expression(fields, "at")
        let label = message(fields, "label")
        guard let path, let label else { return nil }
        return RuleCheck.RelatedPlace(path: path, label: label)
    }

    mutating func documentation(_ fields: MappingFields) -> RuleDocumentation? {
        guard sections == .everything, let node = fields["docs"] else { return nil }
        guard let docs = mapping(node, as: .documentation) else { return nil }
        let what = text(docs, "what")
        let why = text(docs, "why")
        let bad = text(docs, "bad")
        let good = text(docs, "good")
        let terraform = docs["terraform"].flatMap { example($0) }
        let exceptions = text(docs, "exceptions")
        let references = texts(docs, "references")
        guard let what, let why, let bad, let good else { return nil }
        return RuleDocumentation(
            what: what, why: why, bad: bad, good: good, terraform: terraform, exceptions: exceptions, references: references)
    }

    private mutating func example(_ node: Node) -> RuleExample? {
        guard let fields = mapping(node, as: .example) else { return nil }
        let bad = text(fields, "bad")
        let good = text(fields, "good")
        guard let bad, let good else { return nil }
        return RuleExample(bad: bad, good: good)
    }

    mutating func parameters(_ fields: MappingFields) -> [RuleParameter] {
        guard let node = fields["params"] else { return [] }
        guard node.kind == .mapping else {
            note(node, "wrong-type", "'params' is a mapping from names to parameters")
            return []
        }
        return node.entries.compactMap { parameter($0) }
    }

    private mutating func parameter(_ entry: Node.Entry) -> RuleParameter? {
        guard let fields = mapping(entry.value, as: .parameter) else { return nil }
        guard isIdentifier(entry.key) else { return nil }
        guard let typeText = text(fields, "type"), let typeNode = fields["type"] else { return nil }
        guard let type = RuleParameterType(typeText) else {
            note(typeNode, "bad-value", "'\(typeText)' is not a type", help: "types are int, double, string, bool and list<...>")
            return nil
        }
        guard let node = fields["default"] else { return nil }
        guard let value = RuleParameterValue(node, as: type) else {
            note(node, "wrong-type", "the default of '\(entry.key.text)' is not of type \(type)")
            return nil
        }
        let parameter = RuleParameter(
            name: entry.key.text, type: type, defaultValue: value, minimum: bound(fields, "min", type),
            maximum: bound(fields, "max", type),
            allowedValues: sequence(fields, "enum").compactMap { RuleParameterValue($0, as: type) },
            documentation: text(fields, "doc") ?? "")
        if let objection = parameter.objection(to: value) { note(node, "bad-value", objection) }
        return parameter
    }

    private mutating func bound(
        _ fields: MappingFields, _ key: String, _ type: RuleParameterType
    ) -> RuleParameterValue? {
        guard let node = fields[key] else { return nil }
        guard type == .int || type == .double, let value = RuleParameterValue(node, as: type) else {
            note(node, "wrong-type", "'\(key)' is a number of the parameter's type")
            return nil
        }
        return value
    }

    /// The name that an expression uses for a value.
    private mutating func variable(_ fields: MappingFields, _ key: String) -> String? {
        guard let node = fields[key] else { return nil }
        return isIdentifier(node) ? node.text : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
        default: false
        }
    }

    private mutating func isIdentifier(_ node: Node) -> Bool {
        let text = node.text
        if let first = text.utf8.first, Self.isLetter(first),
            text.utf8.allSatisfy({ Self.isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        {
            return true
        }
        note(node, "bad-value", "'\(text)' is not a name", help: "a name is letters, digits and '_', a letter first")
        return false
    }
}
