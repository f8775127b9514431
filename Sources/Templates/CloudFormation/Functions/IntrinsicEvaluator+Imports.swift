import Evaluation
import YAMLBridge

extension IntrinsicEvaluator {
    // MARK: - Fn::ImportValue

    func importedValue(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        evaluateArgument(function, at: origin).flatMap { name in
            guard let text = name.knownText else {
                return .unknown(name.unknownReasons + [.openImport], at: origin)
            }
            switch stack.builder.export(named: text) {
            case .output(let evaluator, let output):
                guard let exported = evaluator.outputs.value(of: output) else { break }
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
