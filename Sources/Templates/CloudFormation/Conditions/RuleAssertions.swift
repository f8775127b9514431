import Evaluation
import YAMLBridge

/// What the section `Rules` demands of the parameters: CloudFormation refuses other values before it makes anything
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html).
struct RuleAssertions: StackPart {
    unowned let stack: StackEvaluator

    /// Most assertions that are read.
    private static let mostAssertions = 200

    /// Conditions that hold in every deployment; assertions that cannot be read exclude nothing.
    func premises() -> [Condition] {
        let rules = template.root["Rules"]?.entries ?? []
        return rules.prefix(Self.mostAssertions).flatMap { entry -> [Condition] in
            guard entry.value.kind == .mapping else { return [] }
            let origin = origin(of: entry.value, key: entry.key, in: "Rules")
            var condition = Condition.always
            if let written = entry.value["RuleCondition"] {
                guard let known = demanded(written, at: origin) else { return [] }
                condition = known
            }
            let assertions = entry.value["Assertions"]?.elements.prefix(Self.mostAssertions) ?? []
            return assertions.compactMap { assertion in
                guard assertion.kind == .mapping, let node = assertion["Assert"], let demand = demanded(node, at: origin) else {
                    return nil
                }
                return condition.negated.or(demand)
            }
        }
    }

    /// When an assertion holds; `nil` for a function that is not read.
    private func demanded(_ node: Node, at origin: Origin) -> Condition? {
        guard let function = IntrinsicFunction(node), function.argument.kind == .sequence, work.enter(at: origin)
        else { return nil }
        defer { work.leave() }
        let arguments = function.argument.elements
        switch (function.name, arguments.count) {
        case ("Fn::Equals", 2):
            return EqualityReader(stack: stack).equality(
                evaluate(arguments[0], at: origin), evaluate(arguments[1], at: origin), at: origin)
        case ("Fn::Not", 1): return demanded(arguments[0], at: origin)?.negated
        case ("Fn::And", 1...10), ("Fn::Or", 1...10):
            let parts = arguments.map { demanded($0, at: origin) }
            guard !parts.contains(nil) else { return nil }
            let isAll = function.name == "Fn::And"
            return parts.compactMap { $0 }.reduce(isAll ? .always : .never) { isAll ? $0.and($1) : $0.or($1) }
        case ("Fn::Contains", 2):
            guard arguments[0].kind == .sequence, IntrinsicFunction(arguments[0]) == nil else { return nil }
            let value = evaluate(arguments[1], at: origin)
            return arguments[0].elements.map {
                EqualityReader(stack: stack).equality(value, evaluate($0, at: origin), at: origin)
            }
            .reduce(.never) { $0.or($1) }
        default: return nil
        }
    }
}
