import Testing

@testable import CEL
@testable import Rules

/// An expression and a rule may take so many steps; one more is a fault of the rule, never a pass.
struct BudgetTests {
    /// The steps of `1 + 1 + ... == 0` for a list of that many members, nested twice.
    private func body(_ assertion: String) -> String {
        "select: {kind: queue, as: q}\nchecks: [{id: a, assert: '\(assertion)', at: q, message: m}]"
    }

    /// An expression that takes `steps`: what it takes more than the smallest is bought with a list of literals.
    private func steps(_ assertion: String) throws -> Int {
        var budget = Budget()
        _ = try Environment(variables: [:]).compile(assertion).evaluate([String: Value](), budget: &budget)
        return Budget.defaultSteps - budget.steps
    }

    private static let hundred = "[" + (0..<100).map(String.init).joined(separator: ",") + "]"

    /// Exactly as many steps as are allowed are enough, one fewer is a fault.
    @Test func theLastStepOfAnExpressionCounts() throws {
        let source = "\(Self.hundred).all(a, \(Self.hundred).all(b, a + b >= 0))"
        let needed = try steps(source)
        let program = try Environment(variables: [:]).compile(source)
        var enough = Budget(steps: needed)
        #expect(try program.evaluate([String: Value](), budget: &enough).description == "true")
        #expect(enough.steps == 0)
        var short = Budget(steps: needed - 1)
        let error = #expect(throws: EvaluationError.self) { try program.evaluate([String: Value](), budget: &short) }
        #expect(error?.kind == .budgetExceeded)
    }

    @Test func anExpressionThatTakesMoreThanAMillionStepsIsAFaultWithItsPlace() throws {
        let source = "\(Self.hundred).all(a, \(Self.hundred).all(b, \(Self.hundred).all(c, a + b + c >= 0)))"
        let error = #expect(throws: RuleError.self) { try RuleFixtures.evaluate(body(source), "jobs: {}") }
        let fault = try #require(error?.diagnostics.first)
        #expect(fault.code == "rule-failed" && fault.file == "rules/test.yaml" && fault.span.start.line == 8)
        #expect(fault.message.contains("more steps than it may"))
    }

    /// Each queue costs the same, so the number of queues decides whether ten million steps are enough.
    @Test func aRuleMayTakeTenMillionStepsInARun() throws {
        let source = "\(Self.hundred).all(a, \(Self.hundred).all(b, a + b >= 0))"
        let each = try steps(source)
        let allowed = RuleRun.steps / each
        let queues = { (count: Int) in (0..<count).map { "q\($0): {}" }.joined(separator: "\n") }
        #expect(try RuleFixtures.evaluate(body(source), queues(allowed)).findings.isEmpty)
        #expect(throws: RuleError.self) { try RuleFixtures.evaluate(body(source), queues(allowed + 1)) }
    }
}
