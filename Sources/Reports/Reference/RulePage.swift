import Rules
import Workspace

/// A rule's page.
struct RulePage {
    private let rule: RuleDescription

    init(_ rule: RuleDescription) {
        self.rule = rule
    }

    var text: String {
        var parts = ["# \(rule.id) \(rule.name)", facts]
        if let notice { parts.append(notice) }
        parts += [paragraph(rule.what), "## Why is this bad?", paragraph(rule.why)]
        if let exceptions = rule.exceptions { parts += ["## Exceptions", paragraph(exceptions)] }
        parts += ["## Example", fence(rule.bad), "Use instead:", fence(rule.good)]
        if let terraform = rule.terraform {
            parts += ["In Terraform:", fence(terraform.bad, "hcl"), "Use instead:", fence(terraform.good, "hcl")]
        }
        if !rule.parameters.isEmpty { parts += ["## Parameters", parameters] }
        parts += ["## Switch it off", suppression]
        if !rule.references.isEmpty {
            parts += ["## References", rule.references.map { "- <\($0)>" }.joined(separator: "\n")]
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    private var facts: String {
        var facts = [
            "Severity: **\(rule.severity.rawValue)**", "confidence: \(rule.confidence)",
            "tags: \(rule.tags.joined(separator: ", "))",
        ]
        if let since = rule.since { facts.append("since \(since)") }
        return facts.joined(separator: " · ")
    }

    private var notice: String? {
        switch rule.status {
        case .stable: nil
        case .preview: "*Preview:* it runs only when `--select \(rule.id)` names it, and may still change."
        case .deprecated:
            "*Deprecated:* it runs only when `--select \(rule.id)` names it."
                + (rule.replacedBy.map { " [\($0)](\($0).md) takes its place." } ?? "")
        }
    }

    private var parameters: String {
        let rows = rule.parameters.map { parameter in
            let range = [parameter.minimum.map { "from \($0)" }, parameter.maximum.map { "to \($0)" }]
                .compactMap { $0 }.joined(separator: " ")
            let words = parameter.allowedValues.map(\.description).joined(separator: ", ")
            return [
                "`\(parameter.name)`", parameter.type.description, "`\(parameter.defaultValue)`",
                [range, words].filter { !$0.isEmpty }.joined(separator: "; "), parameter.documentation,
            ]
        }
        let values = rule.parameters.map { "\($0.name): \($0.defaultValue)" }.joined(separator: ", ")
        return MarkdownTable(["name", "type", "default", "allowed", "meaning"], rows).text
            + "\n\nIn `ecslint.yaml`:\n\n" + fence("rules:\n  \(rule.id): {params: {\(values)}}")
    }

    private var suppression: String {
        "For one place a comment, on its line or the line before ([more](../suppression.md)):\n\n"
            + fence("# ecslint: ignore \(rule.id) reason")
            + "\n\nFor a whole run `--ignore \(rule.id)`, or in `ecslint.yaml`:\n\n" + fence("ignore: [\(rule.id)]")
    }

    private func fence(_ code: String, _ language: String = "yaml") -> String {
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let body = lines.reversed().drop { $0.isEmpty }.reversed().joined(separator: "\n")
        return "```\(language)\n\(body)\n```"
    }

    private func paragraph(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: "\n")
    }
}
