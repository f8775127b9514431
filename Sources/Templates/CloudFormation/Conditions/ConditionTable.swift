import Evaluation
import YAMLBridge

/// The conditions of a template: when each holds, read once.
final class ConditionTable: StackPart {
    unowned let stack: StackEvaluator
    /// When conditions hold, and the assumed defaults that they rest on.
    private var conditions = Memo<String, StatedCondition>()

    init(_ stack: StackEvaluator) {
        self.stack = stack
    }

    /// When a condition of the template's `Conditions` holds.
    func condition(named name: String, at origin: Origin) -> Condition {
        guard let entry = sections.conditions[name] else {
            if !stack.sectionReader.mayHold(name) {
                report(
                    .unresolvedReference, "there is no condition '\(name)'",
                    help: suggestion(for: name, among: sections.conditions.keys)
                        ?? "Declare it under Conditions, or correct the name.",
                    at: origin)
            }
            return .atom(ConditionAtom(key: "\(index)?\(name)", label: name))
        }
        let place = self.origin(of: entry.value, key: entry.key, in: "Conditions")
        switch conditions.begin(name) {
        case .known(let known):
            scope.assume(known.assumptions)
            return known.condition
        case .underway:
            report(
                .circularReference, "condition \(name) depends on itself", help: "Break the circle.",
                at: place)
            return .atom(ConditionAtom(key: "\(index)?\(name)", label: name))
        case .begun: break
        }
        let (value, steps) = scope.gatheringAssumptions {
            scope.within(entry.loops, condition: name) { condition(entry.value, at: place) }
        }
        conditions.end(name, with: StatedCondition(condition: value, assumptions: steps))
        scope.assume(steps)
        return value
    }

    /// Reads every condition, so that its problems come to light.
    func readAll() {
        for (name, entry) in sections.conditions.sorted(by: { $0.key < $1.key }) {
            _ = condition(named: name, at: origin(of: entry.value, key: entry.key, in: "Conditions"))
        }
    }

    /// Most questions of one formula. Formulas share each other, so that a short text may stand for a formula without end.
    private static let mostQuestions = 500

    /// The formula, or one question that stands for it when it is too large.
    private func boundedFormula(_ condition: Condition, at origin: Origin) -> Condition {
        let size = condition.size(upTo: Self.mostQuestions)
        work.spend(size / 8, at: origin)
        return size < Self.mostQuestions ? condition : opaque(origin)
    }

    /// When the condition that a node states holds.
    func condition(_ node: Node, at origin: Origin) -> Condition {
        guard work.enter(at: origin) else { return opaque(origin) }
        defer { work.leave() }
        if let function = IntrinsicFunction(node) { return boundedFormula(conditionValue(function, at: origin), at: origin) }
        if node.kind == .scalar, let constant = Self.truth(scope.text(of: node)) { return constant ? .always : .never }
        report(
            .malformedFunction, "a condition is Fn::Equals, Fn::And, Fn::Or, Fn::Not or another condition",
            help: "Write it with one of these functions.", at: origin)
        return opaque(origin)
    }

    /// The condition that a function states.
    func conditionValue(_ function: IntrinsicFunction, at origin: Origin) -> Condition {
        switch function.name {
        case "Condition" where function.argument.kind == .scalar:
            return condition(named: scope.text(of: function.argument), at: origin)
        case "Fn::Equals":
            guard let sides = arguments(of: function, 2...2, shape: "a list of two values", at: origin) else {
                return opaque(origin)
            }
            return EqualityReader(stack: stack).equality(
                evaluate(sides[0], at: origin), evaluate(sides[1], at: origin), at: origin)
        case "Fn::Not":
            guard let parts = arguments(of: function, 1...1, shape: "a list of one condition", at: origin) else {
                return opaque(origin)
            }
            return scope.unlabelled { condition(parts[0], at: origin) }.negated
        case "Fn::And", "Fn::Or":
            guard let parts = arguments(of: function, 1...10, shape: "a list of up to ten conditions", at: origin) else {
                return opaque(origin)
            }
            let values = scope.unlabelled { parts.map { condition($0, at: origin) } }
            return function.name == "Fn::And"
                ? values.reduce(.always) { $0.and($1) } : values.reduce(.never) { $0.or($1) }
        default:
            let value = evaluateArgument(function, at: origin)
            if let constant = value.knownText.flatMap(Self.truth) { return constant ? .always : .never }
            return opaque(origin)
        }
    }

    /// A question that nothing can decide.
    func opaque(_ origin: Origin) -> Condition {
        let key = "\(index)@\(origin.node.byteRange.lowerBound)"
        return .atom(ConditionAtom(key: key, label: scope.conditionName ?? "a condition"))
    }

    /// The question whether two values are equal, which nothing identifies but its place.
    func opaque(_ origin: Origin, asking left: Value, _ right: Value) -> Condition {
        let question = Value.equality(of: left, to: right)
        let key = question.identityKey ?? "\(index)@\(origin.node.byteRange.lowerBound)"
        return .atom(ConditionAtom(key: key, label: scope.conditionName ?? "a condition", question: question))
    }

    static func truth(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
    }
}
