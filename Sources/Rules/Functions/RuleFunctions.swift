import CEL
import Capacity
import Text

/// The functions that rules have on top of the expression language.
struct RuleFunctions: Sendable {
    let context: CalculatorContext

    /// Every function, for the checker and the evaluator.
    var declarations: [FunctionDeclaration] { placement + fargate + prices + load + texts }

    /// Functions that only messages have, since they look at what is unknown: `known(value, otherwise)`.
    var messageDeclarations: [FunctionDeclaration] {
        let element = CELType.parameter("T")
        let known = Overload(parameters: [element, element], result: element, isNonStrict: true) {
            (arguments) throws(EvaluationError) in
            arguments[0].unknown == nil ? arguments[0] : arguments[1]
        }
        return [FunctionDeclaration(name: "known", overloads: [known])]
    }

    /// `span(seconds)`: "90 s", "5 min", "26.5 h", "4 days".
    private var span: FunctionDeclaration {
        let whole = Overload(parameters: [.int], result: .string) { (arguments) throws(EvaluationError) in
            guard case .int(let seconds) = arguments[0] else {
                throw EvaluationError(.badArgument, "span() takes a number of seconds")
            }
            return .string(SpanText.text(seconds: Double(seconds)))
        }
        let fraction = Overload(parameters: [.double], result: .string) { (arguments) throws(EvaluationError) in
            guard case .double(let seconds) = arguments[0] else {
                throw EvaluationError(.badArgument, "span() takes a number of seconds")
            }
            return .string(SpanText.text(seconds: seconds))
        }
        return FunctionDeclaration(name: "span", overloads: [whole, fraction])
    }

    /// `plural(n, noun)`: "1 task", "3 tasks". `hostMemoryMiB()`: what a plan keeps for the host.
    private var texts: [FunctionDeclaration] {
        let plural = Overload(parameters: [.int, .string], result: .string) { (arguments) throws(EvaluationError) in
            guard case .int(let count) = arguments[0], case .string(let noun) = arguments[1] else {
                throw EvaluationError(.badArgument, "plural() takes a number and a noun")
            }
            return .string(count == 1 ? "1 \(noun)" : "\(count) \(noun)s")
        }
        let memory = Int64(clamping: context.hostMemoryMiB ?? HostMemory.usualMiB)
        let hostMemory = Overload(parameters: [], result: .int) { (_) throws(EvaluationError) in .int(memory) }
        return [
            FunctionDeclaration(name: "plural", overloads: [plural]), span,
            FunctionDeclaration(name: "hostMemoryMiB", overloads: [hostMemory]),
        ]
    }
}
