import Evaluation
import YAMLBridge

extension StackEvaluator {
    // MARK: - Fn::ImportValue

    func importedValue(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        evaluateArgument(function, at: origin).flatMap { name in
            guard let text = name.knownText else {
                return .unknown(name.unknownReasons + [.openImport], at: origin)
            }
            switch builder.export(named: text) {
            case .output(let evaluator, let output):
                guard let exported = evaluator.output(output) else { break }
                let step = OriginStep(
                    kind: .importedValue(name: text), label: "export \(text)", origin: exported.origin)
                return exported.moved(to: origin, step: step)
            case .ambiguous:
                return .unknown(Reason("several templates export \(text)"), origin: origin)
            case .perhaps:
                return .unknown([Reason("which template exports \(text) is not known"), .openImport], at: origin)
            case .outside: break
            }
            return Value(.external(description: "the export \(text)"), origin: origin)
        }
    }

    /// The name under which an output is exported; `nil` when it is not.
    func exportName(_ output: SectionEntry) -> Value? {
        guard let export = output.value["Export"]?.entry("Name") else { return nil }
        let place = origin(of: output.value, key: output.key, in: "Outputs").child(
            .key("Export"), node: output.value, key: output.key
        )
        .child(.key("Name"), node: export.value, key: export.key)
        return within(output.loops) { evaluate(export.value, at: place) }
    }

    /// When an output is given: under its own condition, by a stack that exists.
    func existence(ofOutput entry: SectionEntry) -> Condition {
        guard let condition = entry.value.entry("Condition"), condition.value.kind == .scalar else { return existence }
        let place = origin(of: entry.value, key: entry.key, in: "Outputs")
            .child(.key("Condition"), node: condition.value, key: condition.key)
        return existence.and(within(entry.loops) { namedCondition(text(of: condition.value), at: place) })
    }

    /// Reads everything of an output, so that its problems come to light.
    func readOutput(_ entry: SectionEntry) {
        _ = output(entry.name)
        _ = exportName(entry)
        _ = existence(ofOutput: entry)
    }

    // MARK: - Fn::GetStackOutput

    /// An output of a stack that is deployed already: known to exist, unknown in value
    /// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html).
    func otherStackOutput(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        guard let stack = function.argument["StackName"], let output = function.argument["OutputName"] else {
            reportShape(of: function, "a map of StackName and OutputName", at: origin)
            return malformed(function, at: origin)
        }
        let names = [evaluate(output, at: origin), evaluate(stack, at: origin)].map(\.summary)
        return Value(.external(description: "the output \(names[0]) of the stack \(names[1])"), origin: origin)
    }
}
