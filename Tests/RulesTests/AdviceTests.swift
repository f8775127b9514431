import Foundation
import Templates
import Testing
import Topology
import YAMLBridge

@testable import Rules

/// Whoever does what a rule says gets no finding of another one: the rules' own examples of what is good, put into a stack
/// that has all that rules ask for.
struct AdviceTests {
    /// The resources of the stack that examples are of whose keys stand in several.
    private static let places = [
        "ECS010": "Work", "ECS011": "Work", "ECS013": "Start", "ECS039": "Caller", "EVT002": "Caller", "EVT009": "Arrivals",
        "EVT010": "Forwarder", "SCL018": "Scaler", "SQS015": "Key", "SQS016": "JobsAccess", "SQS024": "JobsAccess",
    ]

    private static let folder = BuiltInRuleTests.root.appending(path: "Tests/Advice")

    private static func rules() throws -> RuleSet {
        try RuleSet.load(BuiltInRuleTests.documents(), includesBuiltIn: false, sections: .everything)
    }

    private static func stack() throws -> AdviceStack {
        AdviceStack(try String(contentsOf: folder.appending(path: "worker.yaml"), encoding: .utf8))
    }

    private static func findings(_ stack: AdviceStack, _ rules: RuleSet) throws -> [String] {
        let model = try RuleFixtures.cloudFormation(stack.text, path: "worker.yaml")
        return try RuleEngine.evaluate(model, rules: rules).findings.map { "\($0.rule): \($0.message)" }
    }

    @Test func theStackItselfIsClean() throws {
        #expect(try Self.findings(Self.stack(), Self.rules()) == [])
    }

    @Test func goodExamplesAreCleanByAllRules() throws {
        let rules = try Self.rules()
        let stack = try Self.stack()
        for rule in rules.rules {
            guard let good = rule.documentation?.good else { continue }
            var changed = stack
            let isTaken = changed.take(good, in: Self.places[rule.id])
            #expect(isTaken, "the good example of \(rule.id) has a place in the stack")
            let findings = try Self.findings(changed, rules)
            #expect(findings == [], "the good example of \(rule.id)")
        }
    }

    /// The expressions that fixes give, under a minimum of 0: none leads into SCL022, which they would without their guard.
    @Test func expressionsInFixesWakeAtTheFirstMessage() throws {
        let rules = try Self.rules()
        let stack = try Self.stack()
        var tried: Set<String> = []
        for rule in rules.rules {
            for check in rule.checks {
                guard let fix = check.fix.map({ "\($0)" }) else { continue }
                for match in fix.matches(of: /IF\(tasks > 0, .*?, IF\(visible > 0, [0-9]+, 0\)\)/) {
                    tried.insert(String(match.output))
                }
            }
        }
        #expect(!tried.isEmpty)
        for expression in tried.sorted() {
            var changed = stack
            let isTaken = changed.take("MinCapacity: 0\nExpression: \(expression)\n")
            #expect(isTaken)
            #expect(try Self.findings(changed, rules) == [], "\(expression)")
        }
        var bare = stack
        let isTaken = bare.take("MinCapacity: 0\nExpression: visible / IF(tasks > 0, tasks, 1)\n")
        #expect(isTaken)
        for resource in ["ScaleOut", "Deep"] { bare.remove(resource) }
        #expect(try Self.findings(bare, rules).contains { $0.hasPrefix("SCL022") })
    }
}
