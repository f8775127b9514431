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
    /// Every value must match it.
    private let pattern: Pattern?
    /// Whether there is a pattern that is not read: then only what the declaration names is surely taken.
    private let isUnread: Bool
    /// What the author has written down as a value that is taken: the default and the allowed ones.
    private let named: Set<String>
    /// All that a value, or an element of a list, may be; empty when anything may be.
    private let allowed: Set<String>
    private let form: ParameterForm?
    /// Whether the values are lists.
    let isList: Bool
    /// Whether the type is not all that is demanded.
    let isConstrained: Bool
    /// Values that the declaration itself names.
    let literals: [Datum]

    /// - Parameter allowed: its `AllowedValues`.
    init(_ parameter: Node, allowed: [String]) {
        func number(_ key: String) -> ExactNumber? { parameter[key].flatMap { ExactNumber($0.text) } }
        let type = parameter["Type"]?.text ?? "String"
        let least = max(0, number("MinLength")?.wholeNumber ?? 0)
        lengths = least...max(least, number("MaxLength")?.wholeNumber ?? Int.max)
        isNumber = type == "Number" || type == "List<Number>"
        isList = type == "CommaDelimitedList" || type.hasPrefix("List<")
        bounds = (number("MinValue"), number("MaxValue"))
        form = ParameterForm(ofType: type)
        let written = parameter["AllowedPattern"]?.text
        // A pattern must match the whole value. CloudFormation reads it as Java does.
        pattern = written.flatMap { try? Pattern("^(?:\($0))$", isJava: true) }
        isUnread = written != nil && pattern == nil
        self.allowed = Set(allowed)
        let fallback = parameter["Default"].flatMap { $0.kind == .scalar ? $0.text : nil }
        let isSeveral = isList
        let defaults = fallback.map { isSeveral ? $0.pieces(separatedBy: ",").map { String($0[...].trimmed) } : [$0] } ?? []
        named = self.allowed.union(defaults)
        let keys = ["MinLength", "MaxLength", "MinValue", "MaxValue", "AllowedPattern", "AllowedValues"]
        isConstrained = isNumber || form != nil || keys.contains { parameter[$0] != nil } || type.contains("AWS::")
        let numbers = [bounds.least, bounds.most, isNumber ? ExactNumber(1) : nil].compactMap { $0 }
        let neighbours = numbers.flatMap { [$0, $0.plus(ExactNumber(1)), $0.minus(ExactNumber(1))].compactMap { $0 } }
        let long = least > 0 && least <= 64 ? [String(repeating: "a", count: least)] : []
        let texts = defaults + allowed + (form?.examples ?? []) + [written].compactMap { $0 } + neighbours.map(\.text) + long
        literals = texts.map(Datum.text)
    }

    /// Whether a datum of the type is taken.
    func accept(_ datum: Datum) -> Bool {
        switch datum {
        case .text(let text): return !isList && accept(text)
        // CloudFormation asks for one element at least of what it looks up, such as subnets.
        case .list(let elements):
            guard isList, form == nil || !elements.isEmpty else { return false }
            return elements.allSatisfy { if case .text(let text) = $0 { accept(text) } else { false } }
        default: return false
        }
    }

    private func accept(_ text: String) -> Bool {
        guard lengths.contains(text.count), allowed.isEmpty || allowed.contains(text) else { return false }
        // An element cannot hold what stands between two.
        if isList, text.utf8.contains(UInt8(ascii: ",")) { return false }
        if isUnread { return named.contains(text) }
        var steps = Self.mostSteps
        if let pattern {
            switch pattern.isFound(in: text, spending: &steps) {
            case true?: break
            case false?: return false
            case nil: return named.contains(text)
            }
        }
        if let form, !form.accepts(text) { return false }
        guard isNumber else { return true }
        guard let number = ExactNumber(text) else { return false }
        if let least = bounds.least, number.isLess(than: least) == true { return false }
        if let most = bounds.most, most.isLess(than: number) == true { return false }
        return true
    }
}
