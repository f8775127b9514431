import Evaluation
import YAMLBridge

/// What the section `Rules` demands of the parameters: CloudFormation refuses other values before it makes anything
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html).
struct RuleAssertions: StackPart {
    unowned let stack: StackEvaluator

    /// Most assertions that are read.
    private static let mostAssertions = 200

    /// Conditions that hold in every deployment; an assertion that cannot be read leaves open what its parameters may be.
    func premises() -> [Condition] {
        let rules = template.root["Rules"]?.entries ?? []
        let premises = rules.prefix(Self.mostAssertions).flatMap { entry -> [Condition] in
            guard entry.value.kind == .mapping else { return [] }
            let origin = origin(of: entry.value, key: entry.key, in: "Rules")
            var condition = Condition.always
            if let written = entry.value["RuleCondition"] {
                condition = demanded(written, at: origin) ?? unread(written, at: origin)
            }
            let assertions = entry.value["Assertions"]?.elements.prefix(Self.mostAssertions) ?? []
            return assertions.compactMap { assertion in
                guard assertion.kind == .mapping, let node = assertion["Assert"] else { return nil }
                return condition.negated.or(demanded(node, at: origin) ?? unread(node, at: origin))
            }
        }
        // What is given by hand may break a rule, and is looked at all the same; values that are tried may not.
        return options.assignment.isEmpty ? premises.filter { $0 != .never } : premises
    }

    /// A question about every parameter that a function names, which no values answer.
    private func unread(_ node: Node, at origin: Origin) -> Condition {
        let key = "\(index)@rule[\(node.byteRange.lowerBound)]"
        let reads = parameters(in: node, depth: 0).compactMap { stack.parameters.value(of: $0) }
        return Value.unknown(Reason("the function is not read"), origin: origin).demanded(reading: reads, key: key)
    }

    private func parameters(in node: Node, ignoringTag: Bool = false, depth: Int) -> [String] {
        guard depth < 32 else { return [] }
        guard let function = IntrinsicFunction(node, ignoringTag: ignoringTag) else {
            switch node.kind {
            case .scalar: return []
            case .sequence: return node.elements.flatMap { parameters(in: $0, depth: depth + 1) }
            case .mapping: return node.entries.flatMap { parameters(in: $0.value, depth: depth + 1) }
            }
        }
        let argument = function.argument
        switch function.name {
        case "Ref": return [argument.text]
        // Of all parameters of a type, and of an attribute of one.
        case "Fn::RefAll", "Fn::ValueOfAll":
            let type = argument.kind == .sequence ? argument.elements.first?.text : argument.text
            return sections.parameters.keys.filter { sections.parameters[$0]?.value["Type"]?.text == type }.sorted()
        case "Fn::ValueOf": return argument.elements.prefix(1).map(\.text)
        default: return parameters(in: argument, ignoringTag: function.isShortForm, depth: depth + 1)
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
