import Rules
import Workspace

/// The list of all rules by family, with links to their pages.
struct RuleIndexPage {
    private let rules: [RuleDescription]

    init(_ rules: [RuleDescription]) {
        self.rules = rules
    }

    var text: String {
        var families: [String] = []
        for rule in rules where !families.contains(rule.family) { families.append(rule.family) }
        let sections = families.map { family in
            "## \(RuleFamily.heading(family))\n\n"
                + MarkdownTable(["rule", "severity", "what"], rules.filter { $0.family == family }.map(row)).text
        }
        let head = """
            # Rules

            `ecslint explain ID` shows the same in the terminal; [how to write one](../writing-rules.md).
            """
        return ([head] + sections).joined(separator: "\n\n") + "\n"
    }

    private func row(_ rule: RuleDescription) -> [String] {
        let status = rule.status == .stable ? "" : " (\(rule.status.rawValue))"
        return ["[\(rule.id)](\(rule.id).md) \(rule.name)\(status)", rule.severity.rawValue, rule.what]
    }
}
