import Testing

@testable import Rules

/// What is said about rule files that cannot be used.
struct RuleFileTests {
    private static let check = """
        select: {kind: queue, as: q}
        checks:
          - id: fast
            assert: q.visibilityTimeout < 60
            at: q.visibilityTimeout
            message: "{{q.name}} is slow"
        """

    @Test func aGoodFileHasNoFaults() throws {
        #expect(try RuleFixtures.faults(RuleFixtures.text(Self.check)).isEmpty)
    }

    @Test func anUnknownKeyIsLocatedWithASuggestion() throws {
        let faults = try RuleFixtures.faults(RuleFixtures.text("severty: note\n" + Self.check))
        let fault = try #require(faults.first)
        #expect(faults.count == 1)
        #expect(fault.code == "unknown-key")
        #expect(fault.help == "Did you mean 'severity'?")
        #expect(fault.span.start.line == 7)
        #expect(fault.file == "rules/test.yaml")
    }

    @Test(arguments: [
        ("severity: fatal", "'fatal' is not a severity"),
        ("status: draft", "'draft' is not a status"),
        ("apiVersion: v2", "'apiVersion' is not 'ecslint/v1'"),
        ("id: sqs1", "'sqs1' is not a rule id"),
        ("name: Bad Name", "'Bad Name' is not a rule name"),
        ("securitySeverity: high", "'high' is not a security severity"),
    ])
    func aBadValueIsNamed(line: String, message: String) throws {
        let key = line.prefix { $0 != ":" }
        let text = RuleFixtures.text(Self.check).split(separator: "\n").filter { !$0.hasPrefix("\(key):") }
        let faults = try RuleFixtures.faults(([Substring(line)] + text).joined(separator: "\n"))
        #expect(faults.map(\.message).contains { $0.contains(message) }, "\(faults)")
    }

    @Test func allFaultsAreReportedAtOnce() throws {
        let faults = try RuleFixtures.faults(
            RuleFixtures.text(
                """
                select: {kind: queue, as: q, when: true}
                checks:
                  - id: fast
                    assert: q.visibilityTimout < 60
                    at: q.visibilityTimeout
                    message: "{{q.nam}} is slow"
                    onUnknown: ignore
                """))
        #expect(faults.map(\.code) == ["unknown-key", "undeclared-field", "undeclared-field", "bad-value"])
        #expect(faults[1].help == "Did you mean 'visibilityTimeout' (int, seconds)?")
    }

    @Test func anExpressionsFaultStandsInTheLineOfABlockScalar() throws {
        let faults = try RuleFixtures.faults(
            RuleFixtures.text(
                """
                select: {kind: queue, as: q}
                checks:
                  - id: fast
                    assert: |
                      q.visibilityTimeout < 60 &&
                        q.delay < 5
                    at: q.visibilityTimeout
                    message: slow
                """))
        let fault = try #require(faults.first)
        #expect(fault.span.start.line == 12)
        #expect(fault.span.start.column == 11)
        #expect(fault.message == "queue has no field 'delay'")
    }

    @Test func anUndeclaredParameterIsNamed() throws {
        let faults = try RuleFixtures.faults(
            RuleFixtures.text(
                """
                params: {limit: {type: int, default: 3, doc: the limit}}
                select: {kind: queue, as: q}
                checks:
                  - {id: fast, assert: q.visibilityTimeout < params.limt, at: q, message: slow}
                """))
        #expect(faults.map(\.message) == ["the rule has no parameter 'limt' here"])
        #expect(faults.first?.help == "Did you mean 'limit'?")
    }

    @Test func anUnguardedOptionalFieldIsAFault() throws {
        let faults = try RuleFixtures.faults(
            RuleFixtures.text(
                """
                select: {kind: queue, as: q}
                checks: [{id: few, assert: q.redrive.maxReceiveCount < 9, at: q, message: many}]
                """))
        #expect(faults.map(\.code) == ["unguarded-field"])
    }

    @Test func aMessageNeedsItsClosingBraces() throws {
        let faults = try RuleFixtures.faults(
            RuleFixtures.text(
                """
                select: {kind: queue, as: q}
                checks: [{id: few, assert: q.delaySeconds < 9, at: q, message: "many {{q.name"}]
                """))
        #expect(faults.map(\.code) == ["unclosed-expression"])
        #expect(faults.first?.span.start.line == 8)
    }

    @Test func bracesAndQuotesInsideAMessagesExpressionDoNotEndIt() throws {
        let outcome = try RuleFixtures.evaluate(
            """
            select: {kind: queue, as: q}
            checks: [{id: few, assert: q.delaySeconds > 9, at: q, message: "{{ {'}}': {'a': q.name}}['}}']['a'] }}!"}]
            """, "jobs: {}")
        #expect(outcome.findings.map(\.message) == ["jobs!"])
    }

    @Test func aSecondRuleOfTheSameIdMustSayThatItOverrides() throws {
        let other = RuleFixtures.text(Self.check)
        let one = try RuleFixtures.document(other)
        let two = try RuleFixtures.document(other.replacing("name: test-rule", with: "name: other"), path: "rules/two.yaml")
        let error = #expect(throws: RuleLoadError.self) { try RuleSet.load([one, two], includesBuiltIn: false) }
        #expect(error?.diagnostics.map(\.code) == ["duplicate-rule"])
        #expect(error?.diagnostics.first?.file == "rules/two.yaml")
        let three = try RuleFixtures.document(other + "\noverrides: TST001", path: "rules/three.yaml")
        let rules = try RuleSet.load([one, three], includesBuiltIn: false)
        #expect(rules.rules.map(\.file) == ["rules/three.yaml"])
    }

    @Test func anOverrideOfNothingIsAFault() throws {
        let faults = try RuleFixtures.faults(RuleFixtures.text(Self.check + "\noverrides: TST009"))
        #expect(faults.map(\.code) == ["unknown-rule"])
    }

    @Test func aKindThatTheModelLacksIsAFault() throws {
        let faults = try RuleFixtures.faults(RuleFixtures.text(Self.check.replacing("kind: queue", with: "kind: queu")))
        #expect(faults.map(\.code) == ["unknown-kind"])
        #expect(faults.first?.help == "Did you mean 'queue'?")
    }

    @Test func twoChecksOfOneNameAreAFault() throws {
        let again = Self.check.split(separator: "\n").dropFirst(2).joined(separator: "\n")
        #expect(try RuleFixtures.faults(RuleFixtures.text(Self.check + "\n" + again)).map(\.code) == ["duplicate-check"])
    }

    @Test func aFileWithoutARuleIsAFault() throws {
        #expect(try RuleFixtures.faults("# nothing\n").map(\.code) == ["no-rule"])
    }

    @Test func garbageIsRefusedWithoutACrash() throws {
        for text in ["[]", "3", "a: &a [1]\nb: *a", "checks: 3", "select: []", "{kind: {}, id: [], checks: [[]], params: [1]}"] {
            #expect(try !RuleFixtures.faults(text).isEmpty)
        }
    }
}
