import Testing
import YAMLBridge

@testable import Rules

/// The rules inside the binary.
struct RuleSetTests {
    @Test func theBinaryHoldsTheFilesOfTheRepository() throws {
        let files = try RuleSet.load(BuiltInRuleTests.documents(), includesBuiltIn: false)
        let embedded = try RuleSet.load(sections: .everything)
        #expect(embedded.rules.map(\.id) == files.rules.map(\.id))
        #expect(embedded.rules.map(\.file) == files.rules.map(\.file))
        #expect(embedded.rules.map(\.tests.count) == files.rules.map(\.tests.count))
        #expect(embedded.rules.allSatisfy { $0.documentation?.references.isEmpty == false })
    }

    @Test func aReadingForEvaluationKeepsWhatCountsAndItsPlaces() throws {
        let all = try RuleSet.load(sections: .everything)
        let some = try RuleSet.load()
        #expect(some.rules.map(\.id) == all.rules.map(\.id))
        #expect(some.rules.allSatisfy { $0.documentation == nil && $0.tests.isEmpty })
        for (short, long) in zip(some.rules, all.rules) {
            #expect(short.checks.map(\.id) == long.checks.map(\.id))
            #expect(short.checks.map(\.idNode.span) == long.checks.map(\.idNode.span))
        }
        #expect(some.expressionFaults().isEmpty)
    }

    @Test func everyFileIsNamedAfterItsRule() throws {
        for rule in try RuleSet.load().rules {
            #expect(rule.file.hasSuffix("/\(rule.id)-\(rule.name).yaml"))
        }
    }

    @Test func aRuleIsFoundByIdAndByName() throws {
        let rules = try RuleSet.load()
        #expect(rules.rule("SQS007")?.name == "visibility-timeout-covers-processing")
        #expect(rules.rule("dead-letter-queue-missing")?.id == "SQS001")
        #expect(rules.rule("SQS999") == nil)
    }

    @Test func aUserMayStandInForABuiltInRule() throws {
        let text = RuleFixtures.text(
            """
            overrides: SQS001
            select: {kind: queue, as: q}
            checks: [{id: named, assert: has(q.queueName), at: q, message: no name}]
            """
        ).replacing("id: TST001", with: "id: SQS001")
        let rules = try RuleSet.load([RuleFixtures.document(text)])
        #expect(rules.rule("SQS001")?.name == "test-rule")
        #expect(rules.rules.count == (try RuleSet.load().rules.count))
    }

    /// What a run learns of a file without reading it is what the file says.
    @Test func headersSayWhatTheFilesSay() throws {
        let all = try RuleSet.load(sections: .everything)
        let none = try RuleSet.load(needing: { _ in false })
        #expect(none.rules.isEmpty)
        #expect(none.headers == all.headers && !all.headers.isEmpty)
    }

    @Test func onlyTheNeededRulesAreRead() throws {
        let set = try RuleSet.load(needing: { $0.kind == "queue" })
        let all = try RuleSet.load()
        #expect(set.rules.map(\.id) == all.rules.filter { $0.selection.kind == "queue" }.map(\.id))
        #expect(set.headers == all.headers)
    }

    /// A rule that was not read keeps its id and name, and can be overridden.
    @Test func rulesThatAreNotReadStillCount() throws {
        let body = "select: {kind: queue, as: q}\nchecks: [{id: named, assert: has(q.queueName), at: q, message: no name}]"
        let taken = RuleFixtures.text(body).replacing("id: TST001", with: "id: SQS001")
        let error = #expect(throws: RuleLoadError.self) {
            try RuleSet.load([RuleFixtures.document(taken)], needing: { _ in false })
        }
        #expect(error?.diagnostics.map(\.code) == ["duplicate-rule"])
        let overriding = taken.replacing("select:", with: "overrides: SQS001\nselect:")
        let set = try RuleSet.load([RuleFixtures.document(overriding)], needing: { _ in false })
        #expect(set.rules.map(\.id) == ["SQS001"] && set.headers.filter { $0.id == "SQS001" }.count == 1)
    }

    /// `rules test policy` looks at the user's rules alone; what they say of built-in ones still holds.
    @Test(arguments: ["overrides: SQS001", "status: deprecated\nreplacedBy: SQS001"])
    func rulesLookedAtAloneMayNameBuiltInOnes(line: String) throws {
        let body = "\(line)\nselect: {kind: queue, as: q}\nchecks: [{id: named, assert: has(q.queueName), at: q, message: no}]"
        let set = try RuleSet.load([RuleFixtures.document(RuleFixtures.text(body))], includesBuiltIn: false)
        #expect(set.rules.map(\.id) == ["TST001"])
    }

    @Test(arguments: ["overrides: SQS999", "status: deprecated\nreplacedBy: SQS999"], [true, false])
    func aRuleThatIsNotThereIsShownWhereItIsNamed(line: String, includesBuiltIn: Bool) throws {
        let body = "\(line)\nselect: {kind: queue, as: q}\nchecks: [{id: named, assert: has(q.queueName), at: q, message: no}]"
        let text = RuleFixtures.text(body)
        let error = #expect(throws: RuleLoadError.self) {
            try RuleSet.load([RuleFixtures.document(text)], includesBuiltIn: includesBuiltIn)
        }
        let diagnostic = try #require(error?.diagnostics.first)
        #expect(diagnostic.code == "unknown-rule" && diagnostic.help?.contains("Did you mean") == true)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[diagnostic.span.start.line - 1].hasSuffix("SQS999"))
    }
}
