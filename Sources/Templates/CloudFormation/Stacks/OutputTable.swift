import Evaluation
import YAMLBridge

/// The outputs of a template: the value of each, read once, and how it is exported.
final class OutputTable: StackPart {
    unowned let stack: StackEvaluator
    private var outputs = Memo<String, Value>()

    init(_ stack: StackEvaluator) {
        self.stack = stack
    }

    /// The value of one of the template's own outputs; `nil` when it has none of that name.
    func value(of name: String) -> Value? {
        guard let entry = sections.output(name), let node = entry.value.entry("Value") else { return nil }
        let origin = origin(of: entry.value, key: entry.key, in: "Outputs").child(.key("Value"), node: node.value, key: node.key)
        switch outputs.begin(name) {
        case .known(let value): return value
        case .underway:
            report(
                .circularReference, "output \(displayName(name)) depends on itself through the stacks that pass it",
                help: "Break the circle.", at: origin)
            return .unknown(Reason("output \(displayName(name)) depends on itself"), origin: origin)
        case .begun: break
        }
        let value = bounded(scope.within(entry.loops) { evaluate(node.value, at: origin) }, at: origin)
        return outputs.end(name, with: value)
    }

    /// The name under which an output is exported; `nil` when it is not.
    func exportName(_ output: SectionEntry) -> Value? {
        guard let export = output.value["Export"]?.entry("Name") else { return nil }
        let place = origin(of: output.value, key: output.key, in: "Outputs").child(
            .key("Export"), node: output.value, key: output.key
        )
        .child(.key("Name"), node: export.value, key: export.key)
        return scope.within(output.loops) { evaluate(export.value, at: place) }
    }

    /// When an output is given: under its own condition, by a stack that exists.
    func existence(of entry: SectionEntry) -> Condition {
        guard let condition = entry.value.entry("Condition"), condition.value.kind == .scalar else { return stack.existence }
        let place = origin(of: entry.value, key: entry.key, in: "Outputs")
            .child(.key("Condition"), node: condition.value, key: condition.key)
        return stack.existence.and(
            scope.within(entry.loops) { stack.conditions.condition(named: scope.text(of: condition.value), at: place) })
    }

    /// Reads everything of an output, so that its problems come to light.
    func read(_ entry: SectionEntry) {
        _ = value(of: entry.name)
        _ = exportName(entry)
        _ = existence(of: entry)
    }
}
