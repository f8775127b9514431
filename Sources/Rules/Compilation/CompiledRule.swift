/// A rule that is ready to run. A class, since every check of every object holds it.
final class CompiledRule: Sendable {
    /// Where an activation keeps the object, the member of the rule's list, and the first of the rule's variables.
    static let objectSlot = 0
    static let memberSlot = 1
    static let firstVariableSlot = 2

    let rule: Rule
    let condition: CompiledExpression?
    let list: CompiledExpression?
    let memberCondition: CompiledExpression?
    /// What works the variables out, in their order.
    let variables: [CompiledExpression]
    let checks: [CompiledCheck]

    init(
        rule: Rule, condition: CompiledExpression?, list: CompiledExpression?, memberCondition: CompiledExpression?,
        variables: [CompiledExpression], checks: [CompiledCheck]
    ) {
        self.rule = rule
        self.condition = condition
        self.list = list
        self.memberCondition = memberCondition
        self.variables = variables
        self.checks = checks
    }
}
