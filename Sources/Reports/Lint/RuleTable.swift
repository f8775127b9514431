import Rules
import Workspace

/// The rules as a table for a terminal, by family.
package struct RuleTable: Sendable {
    private let rules: [RuleDescription]

    /// Creates the table; rules of a family must stand together.
    package init(_ rules: [RuleDescription]) {
        self.rules = rules
    }

    /// A line for each rule and one that counts them.
    package var text: String {
        guard !rules.isEmpty else { return "no rule fits\n" }
        let head = ["ID", "SEVERITY", "CONFIDENCE", "NAME"]
        let rows = [head] + rules.map(Self.cells)
        let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            row.indices.map { $0 == row.count - 1 ? row[$0] : Self.padded(row[$0], widths[$0]) }.joined(separator: "  ")
        }
        var text = lines[0] + "\n"
        var family: String?
        for (rule, line) in zip(rules, lines.dropFirst()) {
            if rule.family != family { text += "\n\(RuleFamily.heading(rule.family.visible))\n" }
            family = rule.family
            text += line + "\n"
        }
        return text + "\n\(rules.count) \(rules.count == 1 ? "rule" : "rules")\n"
    }

    private static func cells(_ rule: RuleDescription) -> [String] {
        let note =
            switch rule.status {
            case .stable: ""
            case .preview: " (preview)"
            case .deprecated: rule.replacedBy.map { " (deprecated, see \($0))" } ?? " (deprecated)"
            }
        return [rule.id, rule.severity.rawValue, rule.confidence, rule.name + note].map(\.visible)
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
