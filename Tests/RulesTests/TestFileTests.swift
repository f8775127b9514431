import Testing
import YAMLBridge

@testable import Rules

/// Tests that stand in a file beside the rule.
struct TestFileTests {
    private static let rule = RuleFixtures.text(
        "select: {kind: queue, as: q}\nchecks: [{id: slow, assert: q.visibilityTimeout >= 60, at: q.visibilityTimeout, message: m}]"
    )

    private func load(_ test: String) throws -> RuleSet {
        try RuleSet.load(
            [
                RuleFixtures.document(test, path: "rules/slow.test.yaml"),
                RuleFixtures.document(Self.rule, path: "rules/slow.yaml"),
            ], includesBuiltIn: false)
    }

    @Test func runForTheRuleThatTheyName() throws {
        let rules = try load(
            """
            apiVersion: ecslint/v1
            kind: RuleTests
            rule: TST001
            tests:
              - {name: fast, input: {format: model, q: {name: jobs, visibilityTimeout: 59}}, expect: [{check: slow}]}
              - {name: wrong, input: {format: model, q: {name: jobs, visibilityTimeout: 60}}, expect: [{check: slow}]}
            """)
        let results = RuleTestRunner().run(rules).filter { $0.name != "coverage" }
        #expect(results.map(\.name) == ["fast", "wrong"])
        #expect(results.map(\.isPassed) == [true, false])
        #expect(results.last?.failures.first?.file == "rules/slow.test.yaml")
    }

    @Test(arguments: [
        ("rule: TST002\ntests: [{name: a, input: {format: model, q: {}}, expect: []}]", "unknown-rule"),
        ("rule: TST001\ntests: []", "wrong-type"),
        ("rule: TST001\ntest: []", "unknown-key"),
        ("rule: TST001\ntests: [{name: a, input: {format: model, r: {}}, expect: []}]", "unknown-key"),
    ])
    func mistakesAreLocated(_ body: String, _ code: String) {
        let error = #expect(throws: RuleLoadError.self) {
            try load("apiVersion: ecslint/v1\nkind: RuleTests\n" + body)
        }
        let found = error?.diagnostics.first { $0.code == code }
        #expect(found?.file == "rules/slow.test.yaml", "\(error?.diagnostics ?? [])")
    }
}
