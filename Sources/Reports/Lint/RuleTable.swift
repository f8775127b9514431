import Rules
import Workspace

/// The rules as a table for a terminal.
public struct RuleTable: Sendable {
    private let rules: [RuleDescription]

    public init(_ rules: [RuleDescription]) {
        self.rules = rules
    }

    public var text: String {
        let idWidth = rules.map(\.id.count).max() ?? 0
        let severityWidth = Severity.allCases.map(\.rawValue.count).max() ?? 0
        return rules.reduce(into: "") { text, rule in
            text += "\(Self.padded(rule.id, idWidth))  \(Self.padded(rule.severity.rawValue, severityWidth))  \(rule.name.visible)\n"
        }
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text.visible + String(repeating: " ", count: max(0, width - text.count))
    }
}
