import Evaluation
import Patterns
import YAMLBridge

extension StackEvaluator {
    /// A parameter without value as something that the user gives, with what its declaration demands
    /// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html).
    func input(_ name: String, _ parameter: Node, allowed: [String]) -> OpenInput {
        let demands = ParameterDemands(parameter)
        let type = parameter["Type"]?.text ?? "String"
        let isList = type == "CommaDelimitedList" || type.hasPrefix("List<")
        return OpenInput(
            key: "\(index)#\(name)", name: displayName(name), kind: .parameter, shape: isList ? .list(.text) : .text,
            allowed: allowed.map(Datum.text), literals: demands.literals, isConstrained: demands.isConstrained
        ) { datum in
            switch datum {
            case .text(let text): demands.accept(text)
            case .list(let elements): elements.allSatisfy { if case .text(let text) = $0 { demands.accept(text) } else { false } }
            default: false
            }
        }
    }
}

extension OpenInput {
    /// A pseudo parameter as something that AWS gives
    /// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html).
    static func pseudoParameter(_ name: String, key: String) -> OpenInput {
        let (example, accepts): (String, @Sendable (String) -> Bool) =
            switch name {
            case "AWS::Region": ("us-east-1", { $0.split(separator: "-").count >= 3 })
            case "AWS::AccountId": ("111122223333", { $0.utf8.count == 12 && $0.utf8.allSatisfy { (48...57).contains($0) } })
            case "AWS::Partition": ("aws", { $0 == "aws" || $0.hasPrefix("aws-") })
            case "AWS::URLSuffix": ("amazonaws.com", { $0.contains(".") })
            case "AWS::StackId", "AWS::NotificationARNs":
                ("arn:aws:cloudformation:us-east-1:111122223333:stack/example/1", { $0.hasPrefix("arn:") })
            default: ("example", { !$0.isEmpty })
            }
        return OpenInput(key: key, name: name, kind: .deployment, literals: [.text(example)], isConstrained: true) { datum in
            if case .text(let text) = datum { accepts(text) } else { false }
        }
    }
}

/// What the declaration of a parameter demands of its value.
private struct ParameterDemands: Sendable {
    /// Most steps that matching a pattern takes.
    private static let mostSteps = 100_000

    private let lengths: ClosedRange<Int>
    private let isNumber: Bool
    private let bounds: (least: ExactNumber?, most: ExactNumber?)
    private let pattern: Pattern?
    /// Whether the type is not all that is demanded.
    let isConstrained: Bool
    /// Values that the declaration itself names.
    let literals: [Datum]

    init(_ parameter: Node) {
        func number(_ key: String) -> ExactNumber? { parameter[key].flatMap { ExactNumber($0.text) } }
        let least = max(0, number("MinLength")?.wholeNumber ?? 0)
        lengths = least...max(least, number("MaxLength")?.wholeNumber ?? Int.max)
        isNumber = parameter["Type"]?.text.hasSuffix("Number") ?? false
        bounds = (number("MinValue"), number("MaxValue"))
        let written = parameter["AllowedPattern"]?.text
        // A pattern must match the whole value.
        pattern = written.flatMap { try? Pattern("^(?:\($0))$") }
        let keys = ["MinLength", "MaxLength", "MinValue", "MaxValue", "AllowedPattern"]
        isConstrained = isNumber || keys.contains { parameter[$0] != nil } || parameter["Type"]?.text.contains("AWS::") == true
        let named = [parameter["Default"]?.text, written].compactMap { $0 }
        let numbers = [bounds.least, bounds.most, isNumber ? ExactNumber(1) : nil].compactMap { $0 }
        let neighbours = numbers.flatMap { [$0, $0.plus(ExactNumber(1)), $0.minus(ExactNumber(1))].compactMap { $0 } }
        let long = least > 0 && least <= 64 ? [String(repeating: "a", count: least)] : []
        literals = (named + neighbours.map(\.text) + long).map(Datum.text)
    }

    func accept(_ text: String) -> Bool {
        guard lengths.contains(text.count) else { return false }
        var steps = Self.mostSteps
        if let pattern, pattern.isFound(in: text, spending: &steps) == false { return false }
        guard isNumber else { return true }
        guard let number = ExactNumber(text) else { return false }
        if let least = bounds.least, number.isLess(than: least) == true { return false }
        if let most = bounds.most, most.isLess(than: number) == true { return false }
        return true
    }
}
