/// The type of a rule's parameter.
package indirect enum RuleParameterType: Sendable, Hashable, CustomStringConvertible {
    case int, double, string, bool
    case list(RuleParameterType)

    /// Reads `int`, `list<string>`; `nil` for anything else.
    init?(_ text: String) {
        switch text {
        case "int": self = .int
        case "double": self = .double
        case "string": self = .string
        case "bool": self = .bool
        default:
            guard text.hasPrefix("list<"), text.hasSuffix(">") else { return nil }
            let element = text.dropFirst(5).dropLast()
            guard !element.hasPrefix("list<"), let type = RuleParameterType(String(element)) else { return nil }
            self = .list(type)
        }
    }

    /// As a rule file spells it: `int`, `list<string>`.
    package var description: String {
        switch self {
        case .int: "int"
        case .double: "double"
        case .string: "string"
        case .bool: "bool"
        case .list(let element): "list<\(element)>"
        }
    }
}
