import CEL

/// The variables of a rule for one object (and one `forEach` member) in one world.
final class RuleActivation: Activation {
    private let rule: CompiledRule
    private let run: RuleRun
    /// The object, the member, and of the rule's variables those that were asked for: ``CompiledRule/objectSlot`` ...
    private var values: [CEL.Value?]

    init(rule: CompiledRule, run: RuleRun, object: CEL.Value) {
        self.rule = rule
        self.run = run
        values = Array(repeating: nil, count: CompiledRule.firstVariableSlot + rule.variables.count)
        values[CompiledRule.objectSlot] = object
    }

    /// The same object with a member of the rule's list; variables are worked out anew.
    func iterating(over member: CEL.Value) -> RuleActivation {
        let activation = RuleActivation(rule: rule, run: run, object: values[CompiledRule.objectSlot] ?? .null)
        activation.enter(member: member)
        return activation
    }

    /// Goes on to another object.
    func enter(object: CEL.Value) {
        values[CompiledRule.objectSlot] = object
        values[CompiledRule.memberSlot] = nil
        forgetVariables()
    }

    /// Goes on to another member of the rule's list.
    func enter(member: CEL.Value) {
        values[CompiledRule.memberSlot] = member
        forgetVariables()
    }

    private func forgetVariables() {
        for slot in CompiledRule.firstVariableSlot..<values.count { values[slot] = nil }
    }

    /// What stands in a slot; a variable is worked out when it is first asked for.
    func value(of name: String, in slot: Int?) throws(EvaluationError) -> CEL.Value? {
        guard let slot else { return nil }
        if let value = values[slot] { return value }
        guard slot >= CompiledRule.firstVariableSlot else { return nil }
        let value = try run.variable(rule.variables[slot - CompiledRule.firstVariableSlot], self)
        values[slot] = value
        return value
    }
}
