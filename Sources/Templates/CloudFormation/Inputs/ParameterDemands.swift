import Evaluation
import Patterns
import YAMLBridge

/// What the declaration of a parameter demands of its value.
struct ParameterDemands: Sendable {
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
