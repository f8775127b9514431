import Testing
import YAMLBridge

@testable import Rules

/// What `status`, `replacedBy` and `overrides` do.
struct RuleStatusTests {
    private static let body = "select: {kind: queue, as: q}\nchecks: [{id: a, assert: 'false', at: q, message: bad}]"

    private func findings(_ status: String, select: [String], ignore: [String] = []) throws -> Int {
        let rules = try RuleFixtures.rules("status: \(status)\n" + Self.body)
        return try RuleEngine.evaluate(
            RuleFixtures.queues("jobs: {}"), rules: rules,
            configuration: RuleConfiguration(select: select, ignore: ignore)
        ).findings.count
    }

    @Test(arguments: [
        ("stable", [], 1), ("preview", [], 0), ("deprecated", [], 0), ("preview", ["TST"], 0), ("preview", ["TST001"], 1),
        ("preview", ["test-rule"], 1), ("deprecated", ["TST001"], 1), ("stable", ["TST"], 1),
    ])
    func whatIsNotStableRunsOnlyWhenItIsNamed(_ status: String, _ select: [String], _ count: Int) throws {
        #expect(try findings(status, select: select) == count)
    }

    @Test func ignoreWinsOverSelect() throws {
        #expect(try findings("preview", select: ["TST001"], ignore: ["TST"]) == 0)
    }

    @Test func theTestsOfAPreviewRuleRun() throws {
        let rules = try RuleFixtures.rules(
            "status: preview\n" + Self.body
                + "\ntests: [{name: t, input: {format: model, q: {name: jobs}}, expect: [{check: a}]}]")
        #expect(RuleTestRunner().run(rules).first?.isPassed == true)
    }

    @Test func aReplacementMustBeThere() throws {
        let faults = try RuleFixtures.faults(RuleFixtures.text("status: deprecated\nreplacedBy: TST002\n" + Self.body))
        #expect(faults.map(\.code) == ["unknown-rule"])
        #expect(faults.first?.message == "there is no rule TST002 to replace TST001")
    }

    @Test func onlyADeprecatedRuleIsReplaced() throws {
        let faults = try RuleFixtures.faults(RuleFixtures.text("replacedBy: TST001\n" + Self.body))
        #expect(faults.map(\.code) == ["bad-value"])
    }
}
