import Evaluation
import Templates
import Testing
import Topology

@testable import Rules

/// `raw()` and `select.format`.
struct WrittenTests {
    private static func body(_ assertion: String, at path: String = "q", format: String = "cloudformation") -> String {
        """
        select: {kind: queue, as: q, format: \(format)}
        checks: [{id: a, assert: "\(assertion)", at: "\(path)", message: "bad {{q.name}}"}]
        """
    }

    private func outcome(
        _ assertion: String, at path: String = "q", format: String = "cloudformation", _ properties: String
    ) throws -> RuleOutcome {
        let model = try RuleFixtures.cloudFormation(
            """
            Parameters:
              Open: {Type: String}
              Assumed: {Type: String, Default: gold}
            Conditions: {IsLive: !Equals [!Ref Open, live]}
            Resources:
              Jobs:
                Type: AWS::SQS::Queue
                Properties: \(properties)
            """)
        return try RuleEngine.evaluate(model, rules: RuleFixtures.rules(Self.body(assertion, at: path, format: format)))
    }

    @Test(arguments: [
        ("raw(q).Properties.Tier == 'gold'", "{Tier: gold}"), ("raw(q).Properties['Tier'] == 'gold'", "{Tier: gold}"),
        ("raw(q).Properties.Count + 1 == 4", "{Count: 3}"), ("raw(q).Properties.Share < 0.6", "{Share: 0.5}"),
        ("raw(q).Properties.Count == '3'", "{Count: '3'}"), ("raw(q).Properties.On", "{On: true}"),
        ("!has(raw(q).Properties.Tier)", "{}"), ("!has(raw(q).Properties.Tier)", "{Tier: !Ref AWS::NoValue}"),
        ("raw(q).Properties[?'Tier'].orValue('none') == 'none'", "{}"),
        ("raw(q).Properties.?Inner.?Deep.orValue(0) == 7", "{Inner: {Deep: 7}}"),
        ("raw(q).Properties.Tags.exists(t, t.Key == 'team' && t.Value == 'a')", "{Tags: [{Key: team, Value: a}]}"),
        ("!has(raw(q).DeletionPolicy) && has(raw(q).Properties)", "{}"),
        ("size(raw(q).Properties.List) == 2", "{List: [1, 2]}"),
        ("raw(q).Properties.Number == 'nan'", "{Number: nan}"),
    ])
    func readsWhatIsWritten(_ assertion: String, _ properties: String) throws {
        let result = try outcome(assertion, properties)
        #expect(result.findings.isEmpty && result.undecided.isEmpty && result.passed == ["TST001/a"])
    }

    @Test func aResourceWithoutPropertiesHasNoneOfThem() throws {
        let model = try RuleFixtures.cloudFormation("Resources: {Jobs: {Type: AWS::SQS::Queue}}")
        let rules = try RuleFixtures.rules(Self.body("has(raw(q).Properties.Tier)", at: "raw(q).Properties.Tier"))
        #expect(try RuleEngine.evaluate(model, rules: rules).findings.map(\.location.resource) == ["Jobs"])
    }

    @Test func theFindingStandsAtTheProperty() throws {
        let found = try outcome(
            "raw(q).Properties.Inner.Tier != 'gold'", at: "raw(q).Properties.Inner.Tier", "{Inner: {Tier: !Ref Assumed}}")
        let finding = try #require(found.findings.first)
        #expect(finding.location.path == "Properties.Inner.Tier")
        #expect(finding.message == "bad Jobs, with Assumed = gold (default)")
        #expect(finding.related.map(\.message).contains { $0.contains("Assumed") })
    }

    @Test func anAbsentPropertyPointsAtItsParent() throws {
        let found = try outcome(
            "has(raw(q).Properties.Inner.Tier)", at: "raw(q).Properties.Inner['Tier']", "{Inner: {Other: 1}}")
        #expect(found.findings.map(\.location.path) == ["Properties.Inner"])
    }

    @Test(arguments: [
        ("raw(q).Properties.Tier == 'gold'", "{Tier: !Ref Open}"),
        ("raw(q).Properties.Tier == 'gold'", "{Tier: !Sub '${Open}-x'}"),
        ("raw(q).Properties.Tier == 'gold'", "{Tier: !ImportValue x}"),
        ("raw(q).Properties.Tier.Deep == 'gold'", "{Tier: !Ref Open}"),
        ("size(raw(q).Properties.List) == 0", "{List: !Ref Open}"),
        ("raw(q).Properties == raw(q).Properties.Same", "{Same: {}}"),
    ])
    func whatIsNotKnownIsUndecided(_ assertion: String, _ properties: String) throws {
        let result = try outcome(assertion, properties)
        #expect(result.findings.isEmpty && result.undecided.count == 1)
    }

    /// Both sides of a condition are looked at.
    @Test func aConditionIsSplitOn() throws {
        let one = try outcome("raw(q).Properties.Tier == 'gold'", "{Tier: !If [IsLive, gold, tin]}")
        #expect(
            one.findings.map(\.message) == ["bad Jobs, when IsLive is false, for example with Open = example"]
                && one.undecided.isEmpty)
        let absent = try outcome("has(raw(q).Properties.Tier)", "{Tier: !If [IsLive, gold, !Ref AWS::NoValue]}")
        #expect(absent.findings.map(\.message) == ["bad Jobs, when IsLive is false, for example with Open = example"])
        let list = try outcome(
            "size(raw(q).Properties.List) == 1", "{List: [a, !If [IsLive, b, !Ref AWS::NoValue]]}")
        #expect(list.findings.map(\.message) == ["bad Jobs, when IsLive is true, for example with Open = live"])
    }

    @Test func aRuleOfAnotherFormatLooksAtNothing() throws {
        let result = try outcome("false", format: "terraform", "{}")
        #expect(result.findings.isEmpty && result.undecided.isEmpty && result.passed.isEmpty)
    }

    /// An object of a test that stands in no template has nothing written.
    @Test func aModelOfATestHasNothingWritten() throws {
        let result = try RuleFixtures.evaluate(Self.body("raw(q).Properties.Tier == 'gold'"), "jobs: {}")
        #expect(result.undecided.map(\.reasons) == [["jobs stands in no template"]])
    }

    @Test func whatIsWrongIsSaid() throws {
        let unnamed = try RuleFixtures.faults(
            RuleFixtures.text("select: {kind: queue, as: q}\nchecks: [{id: a, assert: has(raw(q).X), at: q, message: m}]"))
        #expect(unnamed.map(\.message) == ["raw() reads what one kind of template writes"])
        #expect(unnamed.first?.help?.contains("format: cloudformation") == true)
        let wrong = try RuleFixtures.faults(RuleFixtures.text(Self.body("has(raw(q.name).X)")))
        #expect(wrong.map(\.code) == ["wrong-arguments"])
        let misspelled = try RuleFixtures.faults(RuleFixtures.text(Self.body("true", format: "terrafrom")))
        #expect(misspelled.map(\.help) == ["Did you mean 'terraform'?"])
    }

    /// A property that is not there fails the rule unless the rule asks first.
    @Test func anUnguardedPropertyIsAFaultOfTheRule() {
        #expect(throws: RuleError.self) { try outcome("raw(q).Properties.Tier == 'gold'", "{}") }
    }
}
