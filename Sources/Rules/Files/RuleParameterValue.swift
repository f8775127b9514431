import YAMLBridge

/// The value of a rule's parameter.
package indirect enum RuleParameterValue: Sendable, Hashable, CustomStringConvertible {
    case int(Int64)
    case double(Double)
    case string(String)
    case bool(Bool)
    case list([RuleParameterValue])

    /// Reads a node as a value of `type`; `nil` when it is of another type.
    init?(_ node: Node, as type: RuleParameterType) {
        if case .list(let element) = type {
            guard node.kind == .sequence else { return nil }
            let members = node.elements
            let values = members.compactMap { RuleParameterValue($0, as: element) }
            guard values.count == members.count else { return nil }
            self = .list(values)
            return
        }
        guard node.kind == .scalar else { return nil }
        let isPlain = node.style == .plain
        switch type {
        case .int:
            guard isPlain, let number = Int64(node.text) else { return nil }
            self = .int(number)
        case .double:
            guard isPlain, let number = Double(node.text), number.isFinite else { return nil }
            self = .double(number)
        case .bool:
            guard isPlain, let flag = Bool(node.text) else { return nil }
            self = .bool(flag)
        case .string:
            guard !node.isNull else { return nil }
            self = .string(node.text)
        case .list:
            return nil
        }
    }

    /// Whether this is the smaller number; false for anything that is no number.
    func isLess(than other: RuleParameterValue) -> Bool {
        switch (self, other) {
        case (.int(let left), .int(let right)): left < right
        case (.double(let left), .double(let right)): left < right
        default: false
        }
    }

    /// As messages and pages show it: a text without quotes, a list in brackets.
    package var description: String {
        switch self {
        case .int(let number): String(number)
        case .double(let number): String(number)
        case .string(let text): text
        case .bool(let flag): String(flag)
        case .list(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
        }
    }
}
