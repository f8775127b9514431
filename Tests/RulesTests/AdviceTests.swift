import Foundation
import Testing

@testable import Rules

/// Whoever does what a rule says gets no finding of another one: the rules' own examples of what is good, put into a stack
/// that has all that rules ask for.
struct AdviceTests {
    /// The resources of the stack that examples are of whose keys stand in several.
    static let places = [
        "ECS010": "Work", "ECS011": "Work", "ECS013": "Start", "ECS039": "Caller", "EVT002": "Caller", "EVT009": "Arrivals",
        "EVT010": "Forwarder", "SCL018": "Scaler", "SQS015": "Key", "SQS016": "JobsAccess", "SQS024": "JobsAccess",
    ]

    private let bench: AdviceBench

    init() throws { bench = try AdviceBench.shared.get() }

    private func findings(_ stack: AdviceStack) throws -> [String] {
        try bench.findings(stack).map { "\($0.rule): \($0.message)" }
    }

    @Test func theStackItselfIsClean() throws {
        #expect(try findings(bench.stack) == [])
    }

    @Test func goodExamplesAreCleanByAllRules() throws {
        let rules = bench.rules
        let stack = bench.stack
        for rule in rules.rules {
            guard let good = rule.documentation?.good else { continue }
            var changed = stack
            let isTaken = changed.take(good, in: Self.places[rule.id])
            #expect(isTaken, "the good example of \(rule.id) has a place in the stack")
            let findings = try findings(changed)
            #expect(findings == [], "the good example of \(rule.id)")
        }
    }

    /// The expressions that fixes give, under a minimum of 0: none leads into SCL022, which they would without their guard.
    @Test func expressionsInFixesWakeAtTheFirstMessage() throws {
        let rules = bench.rules
        let stack = bench.stack
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
            #expect(try findings(changed) == [], "\(expression)")
        }
        var bare = stack
        let isTaken = bare.take("MinCapacity: 0\nExpression: visible / IF(tasks > 0, tasks, 1)\n")
        #expect(isTaken)
        for resource in ["ScaleOut", "Deep"] { bare.remove(resource) }
        #expect(try findings(bare).contains { $0.hasPrefix("SCL022") })
    }
}
