import YAMLBridge

extension RuleFileParser {
    mutating func tests(_ fields: MappingFields, variable: String) -> [RuleTest] {
        guard sections == .everything else { return [] }
        return sequence(fields, "tests").compactMap { test($0, variable: variable) }
    }

    private mutating func test(_ node: Node, variable: String) -> RuleTest? {
        guard let fields = mapping(node, as: .test) else { return nil }
        let name = text(fields, "name")
        guard let inputNode = fields["input"] else { return nil }
        let input = self.input(inputNode, variable: variable)
        let expectations: [RuleExpectation]? =
            fields["expect"] == nil ? nil : sequence(fields, "expect").compactMap { expectation($0) }
        guard let name, let input else { return nil }
        if case .model = input, expectations == nil {
            missing(fields, "expect")
            return nil
        }
        return RuleTest(
            name: name, node: node, parameters: fields["params"], configuration: fields["config"], input: input,
            expectations: expectations)
    }

    private mutating func input(_ node: Node, variable: String) -> RuleTest.Input? {
        let object = RuleFileShape.Key(variable, .anything, "The object that the rule looks at.")
        guard let fields = mapping(node, as: .input.adding(object)) else { return nil }
        guard let format: RuleTest.Format = choice(fields, "format") else { return nil }
        switch format {
        case .model:
            return .model(node.entries.filter { $0.key.text != "format" })
        case .cloudformation, .terraformPlan, .terraformJSON:
            if let text = fields["text"] { return .template(format, .text(text)) }
            if let file = fields["file"] { return .template(format, .file(file)) }
            missing(fields, "text")
            return nil
        }
    }

    private mutating func expectation(_ node: Node) -> RuleExpectation? {
        guard let fields = mapping(node, as: .expectation) else { return nil }
        guard let check = text(fields, "check") else { return nil }
        let verdict: RuleExpectation.Verdict? = choice(fields, "verdict")
        let place = text(fields, "at").map { Int($0).map(RuleExpectation.Place.line) ?? .path($0) }
        return RuleExpectation(
            check: check, verdict: verdict ?? .finding, place: place, subject: text(fields, "for"),
            messagePart: text(fields, "message~"), related: texts(fields, "related"), node: node)
    }
}
