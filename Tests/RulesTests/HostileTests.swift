import Testing
import Topology

@testable import Rules

/// Neither a rule nor a template can make a run hang or crash: what takes too much is a located fault of the rule.
struct HostileTests {
    private static func body(_ assertion: String, _ rest: String = "") -> String {
        "select: {kind: queue, as: q}\n\(rest)\nchecks: [{id: a, assert: \"\(assertion)\", at: q, message: \"m {{q.name}}\"}]"
    }

    private func fault(_ assertion: String, _ queues: String, _ rest: String = "") throws -> RuleDiagnostic {
        let error = #expect(throws: RuleError.self) { try RuleFixtures.evaluate(Self.body(assertion, rest), queues) }
        return try #require(error?.diagnostics.first)
    }

    private static let manyConsumers =
        "jobs: {consumers: [" + (0..<1500).map { "{name: w\($0)}" }.joined(separator: ", ") + "]}"
    private static let longName = "jobs: {queueName: \(String(repeating: "a", count: 40_000))}"

    @Test(arguments: [
        "q.consumers.all(x, q.consumers.all(y, x.name != y.name || x == y))",
        "q.consumers.map(x, q.consumers.map(y, q.consumers)).size() > 0",
        "q.consumers.all(x, q.consumers[0].name + q.consumers[9].name + q.consumers[99].name != x.name)",
        "q.consumers.filter(x, q.consumers.exists(y, y.name == 'none')).size() == 0",
    ])
    func listsOfATemplateCannotHoldARunUp(_ assertion: String) throws {
        let fault = try fault(assertion, Self.manyConsumers)
        #expect(fault.code == "rule-failed" && fault.message.contains("more steps than it may"))
        #expect(fault.file == "rules/test.yaml" && fault.span.start.line == 9)
    }

    @Test(arguments: [
        "q.queueName.matches('(a?){400}(a+)+b$')", "q.queueName.replace('a', q.queueName) == ''",
        "q.queueName.split('').map(x, q.queueName + x).size() == 0",
        "q.queueName.split('').all(x, !q.queueName.contains('b'))",
        "q.queueName.split('').join(q.queueName) == ''",
    ])
    func textsOfATemplateCannotHoldARunUp(_ assertion: String) throws {
        let fault = try fault("has(q.queueName) && " + assertion, Self.longName)
        #expect(fault.message.contains("more steps than it may"))
    }

    /// What only a variable, a `forEach` or a message takes is charged as well.
    @Test func everyExpressionOfARuleIsCharged() throws {
        let square = "q.consumers.map(x, q.consumers.map(y, y.name + x.name))"
        let inVariable = try fault("size(variables.v) > 0", Self.manyConsumers, "variables: [{name: v, value: \"\(square)\"}]")
        #expect(inVariable.message.contains("more steps") && inVariable.span.start.line == 8)
        let inList = try fault("true", Self.manyConsumers, "forEach: {in: \"\(square)\", as: c}")
        #expect(inList.message.contains("more steps") && inList.span.start.line == 8)
        let inMessage = Self.body("false").replacing("{{q.name}}", with: "{{size(\(square))}}")
        let error = #expect(throws: RuleError.self) { try RuleFixtures.evaluate(inMessage, Self.manyConsumers) }
        #expect(error?.diagnostics.first?.message.contains("more steps") == true)
    }

    @Test(arguments: [
        (String(repeating: "(", count: 300) + "true" + String(repeating: ")", count: 300), "too-deep"),
        (String(repeating: "!", count: 400) + "true", "too-deep"),
        (String(repeating: "true && ", count: 600) + "true", "too-long"),
        ("q.name.matches('((a{99}){99}){99}')", "bad-pattern"),
    ])
    func expressionsThatAreTooLargeAreRefusedWhenTheRuleIsLoaded(_ assertion: String, _ code: String) throws {
        #expect(try RuleFixtures.faults(RuleFixtures.text(Self.body(assertion))).map(\.code) == [code])
    }

    /// Twenty open conditions are a million worlds; at most 64 are looked at, and the verdict stays open.
    @Test func manyConditionsDoNotMultiply() throws {
        let consumers = (0..<20).map { "{name: w\($0), processingSeconds: {$if: C\($0), $then: 1, $else: 2}}" }
        let outcome = try RuleFixtures.evaluate(
            Self.body("sum(q.consumers.map(c, c.processingSeconds)) < 30"),
            "jobs: {consumers: [\(consumers.joined(separator: ", "))]}")
        #expect(outcome.findings.isEmpty && outcome.undecided.count == 1)
    }

    /// A template of two thousand queues is judged by all rules without one of them running out of steps.
    @Test func aLargeTemplateIsNoFaultOfARule() throws {
        let queues = (0..<2000).map { "q\($0): {visibilityTimeout: 30, consumers: [{name: w}]}" }.joined(separator: "\n")
        let model = try RuleFixtures.queues(queues)
        #expect(try !RuleEngine.evaluate(model, rules: RuleSet.load()).findings.isEmpty)
    }
}
