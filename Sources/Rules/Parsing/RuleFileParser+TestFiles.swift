import Text
import YAMLBridge

/// Tests that stand in files of their own.
extension RuleFileParser {
    /// Whether a document holds tests for rules elsewhere rather than rules: `NAME.test.yaml`.
    static func isTestFile(_ path: String) -> Bool {
        path.hasSuffix(".test.yaml") || path.hasSuffix(".test.yml")
    }

    /// The rules with the tests of a test file added to those that they have.
    mutating func adding(testsIn document: Document, to rules: [Rule]) -> [Rule] {
        var rules = rules
        for root in document.roots {
            guard let fields = mapping(root, as: .testFile) else { continue }
            check(fields, "apiVersion", is: Self.apiVersion)
            check(fields, "kind", is: Self.testKind)
            _ = sequence(fields, "tests", needsOne: true)
            guard let id = fields["rule"] else { continue }
            guard let index = rules.firstIndex(where: { $0.id == id.text }) else {
                note(
                    id, "unknown-rule", "there is no rule '\(id.text)' to test",
                    help: NearestName.question(for: id.text, among: rules.map(\.id))
                        ?? "Load the rule's file together with its tests.")
                continue
            }
            rules[index].tests += tests(fields, variable: rules[index].selection.variable)
        }
        return rules
    }
}
