import YAMLBridge

extension RuleFileParser {
    mutating func tests(_ fields: MappingFields, variable: String) -> [RuleTest] {
        guard sections == .everything else { return [] }
        return sequence(fields, "tests").compactMap { test($0, variable: variable) }
    }

    private mutating func test(_ node: Node, variable: String) -> RuleTest? {
        let keys = ["name", "params", "config", "input", "expect"]
        guard let fields = mapping(node, "a test", allowed: keys) else { return nil }
        let name = text(fields, "name", required: true)
        guard let inputNode = fields["input"] else { return missing(fields, "input") }
        let input = self.input(inputNode, variable: variable)
        let expectations: [RuleExpectation]? =
            fields["expect"] == nil ? nil : sequence(fields, "expect").compactMap { expectation($0) }
        guard let name, let input else { return nil }
        if case .model = input, expectations == nil { return missing(fields, "expect") }
        return RuleTest(
            name: name, node: node, parameters: fields["params"], configuration: fields["config"], input: input,
            expectations: expectations)
    }

    private mutating func input(_ node: Node, variable: String) -> RuleTest.Input? {
        guard let fields = mapping(node, "input", allowed: ["format", "text", "file", variable]) else { return nil }
        guard let format: RuleTest.Format = choice(fields, "format", required: true) else { return nil }
        switch format {
        case .model:
            return .model(node.entries.filter { $0.key.text != "format" })
        case .terraformPlan, .terraformJSON:
            if let formatNode = fields["format"] {
                note(formatNode, "not-supported", "this version cannot test '\(format.rawValue)' yet")
            }
            return nil
        case .cloudformation:
            if let text = fields["text"] { return .template(format, .text(text)) }
            if let file = fields["file"] { return .template(format, .file(file)) }
            return missing(fields, "text")
        }
    }

    private mutating func expectation(_ node: Node) -> RuleExpectation? {
        let keys = ["check", "at", "for", "verdict", "message~"]
        guard let fields = mapping(node, "an expectation", allowed: keys) else { return nil }
        guard let check = text(fields, "check", required: true) else { return nil }
        let verdict: RuleExpectation.Verdict? = choice(fields, "verdict")
        let place = text(fields, "at").map { Int($0).map(RuleExpectation.Place.line) ?? .path($0) }
        return RuleExpectation(
            check: check, verdict: verdict ?? .finding, place: place, subject: text(fields, "for"),
            messagePart: text(fields, "message~"), node: node)
    }
}
