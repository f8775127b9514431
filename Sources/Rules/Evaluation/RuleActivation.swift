import CEL

/// The variables of a rule for one object (and one `forEach` member) in one world.
final class RuleActivation: Activation {
    private let rule: CompiledRule
    private let run: RuleRun
    private var values: [String: CEL.Value]

    init(rule: CompiledRule, run: RuleRun, object: CEL.Value) {
        self.rule = rule
        self.run = run
        values = [rule.rule.selection.variable: object]
    }

    private init(rule: CompiledRule, run: RuleRun, values: [String: CEL.Value]) {
        self.rule = rule
        self.run = run
        self.values = values
    }

    /// The same object with a member of the rule's list; variables are worked out anew.
    func iterating(over member: CEL.Value) -> RuleActivation {
        guard let iteration = rule.rule.iteration else { return self }
        let kept = values.filter { rule.variables[$0.key] == nil }
        return RuleActivation(rule: rule, run: run, values: kept.merging([iteration.variable: member]) { $1 })
    }

    func value(of name: String) throws(EvaluationError) -> CEL.Value? {
        if let value = values[name] ?? rule.parameters[name] { return value }
        guard let variable = rule.variables[name] else { return nil }
        let value = try run.variable(variable, self)
        values[name] = value
        return value
    }
}
