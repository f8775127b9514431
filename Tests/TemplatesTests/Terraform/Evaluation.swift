import Evaluation
import Testing
import YAMLBridge

@testable import Templates

/// Names for expressions that stand alone: some have values, `res` and `aws_x.y` are resources, all others are unknown.
final class SampleScope: ExpressionScope {
    var files: [String: String] = [:]

    func file(_ path: String) -> String? { files[path] }

    let work: EvaluationWork
    let facts = LoadOptions().withFacts.facts
    let values: [String: Value]
    private(set) var problems: [TemplateProblem] = []
    let identity = "sample"

    init(_ values: [String: Value] = [:], limits: EvaluationLimits = .default) {
        self.values = values
        work = EvaluationWork(limits: limits)
    }

    func value(
        of name: String, _ steps: [TraversalStep], at origin: Origin
    ) throws(ExpressionFailure) -> (value: Value, taken: Int) {
        if let value = values[name] { return (value, 0) }
        if name == "res" {
            return (
                Value(
                    .reference(Reference(resource: ResourceID(stack: 0, logicalID: "res"), attribute: .identifier)),
                    origin: origin), 0
            )
        }
        if name.hasPrefix("aws_"), let label = steps.first?.name {
            let id = ResourceID(stack: 0, logicalID: "\(name).\(label)")
            return (Value(.reference(Reference(resource: id, attribute: .identifier)), origin: origin), 1)
        }
        return (.unknown(Reason("\(name) is not known", source: "0#\(name)"), origin: origin), 0)
    }

    func attribute(_ name: String, of resource: ResourceID, at origin: Origin) -> Value {
        Value(.reference(Reference(resource: resource, attribute: .named(name))), origin: origin)
    }

    func report(_ problem: TemplateProblem) { problems.append(problem) }
}

/// The value of an expression, or of a template when it stands in a JSON file.
func evaluated(
    _ text: String, _ syntax: ExpressionEvaluator.Syntax = .expression, in scope: SampleScope = SampleScope()
) throws -> Value {
    let document = try Document.parse(Array("[\(quoted(text))]".utf8), path: "main.tf.json")
    let node = try #require(document.root?.elements.first)
    let origin = Origin(node: node, key: nil, parent: nil, component: nil, resource: nil)
    return ExpressionEvaluator.evaluate(syntax, of: node, at: origin, scope: scope)
}

/// A text as JSON.
func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": result += "\\\(scalar)"
        case _ where scalar.value < 0x20 || scalar.value == 0x7F:
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
