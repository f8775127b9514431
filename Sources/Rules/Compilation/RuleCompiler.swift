import CEL
import Text
import Topology

/// Checks the expressions of rules against the model's schema and makes them ready to run.
struct RuleCompiler {
    let schema: ModelSchema
    let configuration: RuleConfiguration
    private let base: Environment
    /// What messages may use as well: the functions that look at what is unknown.
    private let messageFunctions: [FunctionDeclaration]
    private(set) var diagnostics: [RuleDiagnostic] = []

    init(schema: ModelSchema, configuration: RuleConfiguration, context: CalculatorContext) {
        self.schema = schema
        self.configuration = configuration
        let functions = RuleFunctions(context: context)
        base = Environment(
            variables: [:], structures: schema.structures, functions: functions.declarations,
            timeZones: context.timeZones)
        messageFunctions = functions.messageDeclarations
    }

    /// `nil` when the rule cannot be used; `diagnostics` then says why.
    ///
    /// - Parameter includingPresentations: look at places and texts, too, rather than when they are needed.
    mutating func compile(_ rule: Rule, includingPresentations: Bool = false) -> CompiledRule? {
        let faults = diagnostics.count
        guard schema.kind(named: rule.selection.kind) != nil else {
            diagnostics.append(
                RuleDiagnostic(
                    at: rule.selection.kindNode, code: "unknown-kind",
                    message: "the model has no kind '\(rule.selection.kind)'",
                    help: NearestName.help(for: rule.selection.kind, among: schema.kinds.map(\.name))))
            return nil
        }
        var scope = Scope(rule: rule, environment: environment(of: rule))
        let values = parameters(of: rule)
        for parameter in rule.parameters {
            let value = values[parameter.name] ?? parameter.defaultValue
            scope.environment.declare("params.\(parameter.name)", parameter.type.expressionType, value: value.expressionValue)
        }
        scope.environment.declare(rule.selection.variable, .structure(rule.selection.kind), slot: CompiledRule.objectSlot)
        let condition = rule.selection.condition.flatMap { expression($0, in: scope, expecting: .bool) }
        if let condition { scope.guards.append(condition.program) }
        let list = rule.iteration.flatMap { expression($0.list, in: scope, expecting: .list(.dyn)) }
        if let iteration = rule.iteration {
            let type = list.map { Self.elementType(of: $0.program.resultType) } ?? .dyn
            scope.environment.declare(iteration.variable, type, slot: CompiledRule.memberSlot)
        }
        let memberCondition = rule.iteration?.condition.flatMap { expression($0, in: scope, expecting: .bool) }
        if let memberCondition { scope.guards.append(memberCondition.program) }
        let variables = self.variables(of: rule, in: &scope)
        let checks = rule.checks.compactMap { check($0, of: rule, in: scope, includingPresentations) }
        guard diagnostics.count == faults else { return nil }
        return CompiledRule(
            rule: rule, condition: condition, list: list, memberCondition: memberCondition, variables: variables,
            checks: checks)
    }

    /// The rule's variables; fewer than it has when one cannot be used, which `diagnostics` then says.
    private mutating func variables(of rule: Rule, in scope: inout Scope) -> [CompiledExpression] {
        var variables: [CompiledExpression] = []
        for (index, variable) in rule.variables.enumerated() {
            let value = expression(variable.value, in: scope)
            if let value { variables.append(value) }
            scope.environment.declare(
                "variables.\(variable.name)", value?.program.resultType ?? .dyn,
                slot: CompiledRule.firstVariableSlot + index)
            scope.variables.append(variable.name)
        }
        return variables
    }

    private mutating func check(
        _ check: RuleCheck, of rule: Rule, in outer: Scope, _ includingPresentation: Bool
    ) -> CompiledCheck? {
        var scope = outer
        let condition = check.condition.flatMap { expression($0, in: scope, expecting: .bool) }
        if let condition { scope.guards.append(condition.program) }
        let assertion = expression(check.assertion, in: scope, expecting: .bool)
        if includingPresentation { _ = presentation(of: check, in: scope) }
        guard let assertion else { return nil }
        let override = configuration.overrides[rule.id] ?? configuration.overrides[rule.name]
        return CompiledCheck(
            check: check, severity: override?.severity ?? check.severity ?? rule.severity, condition: condition,
            assertion: assertion, scope: scope)
    }

    /// What a check shows once it has a verdict; `nil` when it cannot be used.
    mutating func presentation(of check: RuleCheck, in scope: Scope) -> CheckPresentation? {
        let faults = diagnostics.count
        var messageScope = scope
        messageScope.environment = scope.environment.adding(functions: messageFunctions)
        let path = reference(check.path, in: scope)
        let related = check.related.compactMap { place -> CheckPresentation.RelatedPlace? in
            guard let path = reference(place.path, in: scope) else { return nil }
            return CheckPresentation.RelatedPlace(path: path, label: template(place.label, in: messageScope))
        }
        let message = template(check.message, in: messageScope)
        let fix = check.fix.map { template($0, in: messageScope) }
        guard let path, diagnostics.count == faults else { return nil }
        return CheckPresentation(path: path, related: related, message: message, fix: fix)
    }

    /// Everything that is wrong with the expressions of rules, those of messages included.
    static func faults(of rules: [Rule], schema: ModelSchema) -> [RuleDiagnostic] {
        guard !rules.isEmpty else { return [] }
        var compiler = RuleCompiler(schema: schema, configuration: RuleConfiguration(), context: CalculatorContext())
        for rule in rules { _ = compiler.compile(rule, includingPresentations: true) }
        return compiler.diagnostics
    }

    private mutating func template(_ template: MessageTemplate, in scope: Scope) -> CompiledTemplate {
        CompiledTemplate(
            parts: template.parts.compactMap { part in
                switch part {
                case .literal(let text): .literal(text)
                case .expression(let source): expression(source, in: scope).map { .expression($0) }
                }
            })
    }

    private static func elementType(of type: CELType) -> CELType {
        if case .list(let element) = type { element } else { .dyn }
    }
}

// MARK: Expressions

extension RuleCompiler {
    private mutating func expression(
        _ source: ExpressionSource, in scope: Scope, expecting type: CELType? = nil
    ) -> CompiledExpression? {
        do {
            let program = try scope.environment.compile(source.text, expecting: type, assuming: scope.guards)
            return CompiledExpression(program: program, source: source)
        } catch {
            note(error, in: source, scope)
            return nil
        }
    }

    private mutating func reference(_ source: ExpressionSource, in scope: Scope) -> CompiledExpression? {
        do {
            let program = try scope.environment.compileReference(source.text, assuming: scope.guards)
            return CompiledExpression(program: program, source: source)
        } catch {
            note(error, in: source, scope)
            return nil
        }
    }

    /// What every expression of a rule may use; `raw()` only where its format is known.
    private func environment(of rule: Rule) -> Environment {
        guard rule.selection.format != nil else { return base }
        return base.adding(functions: [RuleFunctions.written(of: schema.kinds.map(\.name))])
    }

    private mutating func note(_ error: CompileError, in source: ExpressionSource, _ scope: Scope) {
        for diagnostic in error.diagnostics {
            let better = scope.explanation(of: diagnostic, in: source.text)
            diagnostics.append(
                RuleDiagnostic(
                    in: source, range: diagnostic.range, code: diagnostic.code,
                    message: better?.message ?? diagnostic.message, help: better?.help ?? diagnostic.hint))
        }
    }
}

// MARK: Parameters

extension RuleCompiler {
    /// The values that the configuration gives to parameters.
    private mutating func parameters(of rule: Rule) -> [String: RuleParameterValue] {
        var values: [String: RuleParameterValue] = [:]
        for key in [rule.name, rule.id] {
            for override in configuration.overrides[key]?.parameters ?? [] {
                guard let value = value(of: override, for: rule) else { continue }
                values[override.name.text] = value
            }
        }
        return values
    }

    private mutating func value(of override: RuleConfiguration.Override.Parameter, for rule: Rule) -> RuleParameterValue? {
        let name = override.name.text
        guard let parameter = rule.parameters.first(where: { $0.name == name }) else {
            let help = rule.parameters.isEmpty ? nil : NearestName.help(for: name, among: rule.parameters.map(\.name))
            diagnostics.append(
                RuleDiagnostic(
                    at: override.name, code: "unknown-parameter", message: "\(rule.id) has no parameter '\(name)'", help: help))
            return nil
        }
        guard let value = RuleParameterValue(override.value, as: parameter.type) else {
            diagnostics.append(
                RuleDiagnostic(
                    at: override.value, code: "wrong-type", message: "'\(name)' of \(rule.id) is of type \(parameter.type)"))
            return nil
        }
        if let objection = parameter.objection(to: value) {
            diagnostics.append(RuleDiagnostic(at: override.value, code: "bad-value", message: objection))
            return nil
        }
        return value
    }
}
