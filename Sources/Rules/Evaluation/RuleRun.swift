import CEL
import Evaluation

/// One rule in one run: the work that it may still do, the fault that stopped it, and what its checks show.
final class RuleRun {
    /// What one rule may use over all objects of a run.
    static let steps = 10_000_000

    private(set) var stepsLeft = RuleRun.steps
    private var compiler: RuleCompiler
    private var presentations: [String: CheckPresentation] = [:]
    /// The fault of a variable, which the expression that reads it only passes on.
    private var variableFault: RuleDiagnostic?

    /// Tells worlds that some values of the open inputs make from those that none do.
    private let solver: WorldSolver
    /// Steps that one run may take to look for values.
    private var worldStepsLeft = 2_000_000

    init(compiler: RuleCompiler, solver: WorldSolver) {
        self.compiler = compiler
        self.solver = solver
    }

    /// What values make a world; open when the run has looked for enough values.
    func answer(to world: World) -> WorldSolver.Answer {
        guard worldStepsLeft > 0 else { return .open("it depends on more conditions than a lint looks at") }
        let solution = solver.solution(of: world)
        worldStepsLeft -= solution.steps
        return solution.answer
    }

    /// The check's places and texts, made ready at the first verdict that needs them.
    func presentation(of check: CompiledCheck) throws(RuleError) -> CheckPresentation {
        if let known = presentations[check.check.id] { return known }
        guard let presentation = compiler.presentation(of: check.check, in: check.scope) else {
            throw .load(RuleLoadError(compiler.diagnostics))
        }
        presentations[check.check.id] = presentation
        return presentation
    }

    /// Runs an expression of a check.
    func value(of expression: CompiledExpression, _ activation: RuleActivation) throws(RuleError) -> CEL.Value {
        variableFault = nil
        do {
            return try spend { (budget) throws(EvaluationError) in
                try expression.program.evaluate(activation, budget: &budget)
            }
        } catch {
            throw .evaluation(variableFault ?? Self.fault(error, in: expression))
        }
    }

    /// The truth of a condition; `nil` when it has none, whatever the reason: whoever asks then looks closer.
    func truth(of expression: CompiledExpression, _ activation: RuleActivation) -> Bool? {
        var budget = Budget(steps: min(Budget.defaultSteps, stepsLeft))
        let steps = budget.steps
        guard case .bool(let flag)? = try? expression.program.evaluate(activation, budget: &budget) else { return nil }
        stepsLeft = max(0, stepsLeft - (steps - budget.steps))
        return flag
    }

    /// Follows a path of a check.
    func reference(of expression: CompiledExpression, _ activation: RuleActivation) throws(RuleError) -> CEL.Reference? {
        variableFault = nil
        do {
            return try spend { (budget) throws(EvaluationError) in
                try expression.program.evaluateReference(activation, budget: &budget)
            }
        } catch {
            throw .evaluation(variableFault ?? Self.fault(error, in: expression))
        }
    }

    /// Runs the expression of a variable while another expression waits for it.
    func variable(_ expression: CompiledExpression, _ activation: RuleActivation) throws(EvaluationError) -> CEL.Value {
        do {
            return try spend { (budget) throws(EvaluationError) in
                try expression.program.evaluate(activation, budget: &budget)
            }
        } catch {
            if variableFault == nil { variableFault = Self.fault(error, in: expression) }
            throw error
        }
    }

    /// Gives back what was spent on work that will be done again.
    func refund(to steps: Int) { stepsLeft = max(stepsLeft, steps) }

    private func spend<Result>(
        _ work: (inout Budget) throws(EvaluationError) -> Result
    ) throws(EvaluationError) -> Result {
        let steps = min(Budget.defaultSteps, stepsLeft)
        var budget = Budget(steps: steps)
        defer { stepsLeft = max(0, stepsLeft - (steps - budget.steps)) }
        return try work(&budget)
    }

    private static func fault(_ error: EvaluationError, in expression: CompiledExpression) -> RuleDiagnostic {
        RuleDiagnostic(
            in: expression.source, range: error.range, code: "rule-failed", message: error.message,
            help: error.kind == .absentField ? "guard the field with has()" : nil)
    }
}
