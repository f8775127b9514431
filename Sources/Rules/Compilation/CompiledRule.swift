import CEL

/// A rule that is ready to run. A class, since every check of every object holds it.
final class CompiledRule: Sendable {
    let rule: Rule
    /// `params.NAME` to value.
    let parameters: [String: CEL.Value]
    let condition: CompiledExpression?
    let list: CompiledExpression?
    let memberCondition: CompiledExpression?
    /// `variables.NAME` to what works it out.
    let variables: [String: CompiledExpression]
    let checks: [CompiledCheck]

    init(
        rule: Rule, parameters: [String: CEL.Value], condition: CompiledExpression?, list: CompiledExpression?,
        memberCondition: CompiledExpression?, variables: [String: CompiledExpression], checks: [CompiledCheck]
    ) {
        self.rule = rule
        self.parameters = parameters
        self.condition = condition
        self.list = list
        self.memberCondition = memberCondition
        self.variables = variables
        self.checks = checks
    }
}
