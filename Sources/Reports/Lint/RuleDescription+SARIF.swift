import Rules
import Workspace

extension RuleDescription {
    /// The rule as SARIF's `reportingDescriptor`.
    func sarif(within limits: SARIFLimits) -> JSONValue {
        .members([
            "id": .string(id),
            "name": .string(name.cut(to: limits.name)),
            "shortDescription": .members(["text": .string(what.cut(to: limits.description))]),
            "fullDescription": .members(["text": .string("\(what) \(why)".cut(to: limits.description))]),
            "help": .members([
                "text": .string(plainHelp.cut(to: limits.help)), "markdown": .string(markdownHelp.cut(to: limits.help)),
            ]),
            "helpUri": .string(page),
            "defaultConfiguration": .members(["level": .string(severity.rawValue)]),
            "properties": .members([
                "tags": .array(tags.prefix(limits.tags).map(JSONValue.string)),
                "precision": .string(confidence),
                "problem.severity": .string(severity == .note ? "recommendation" : severity.rawValue),
                "security-severity": securitySeverity.map(JSONValue.string),
            ]),
        ])
    }

    private var plainHelp: String {
        var parts = [what, why]
        if let exceptions { parts.append("Exceptions: \(exceptions)") }
        parts += ["Instead of:\n\(Self.code(bad))", "write:\n\(Self.code(good))"]
        if let terraform {
            parts += ["In Terraform, instead of:\n\(Self.code(terraform.bad))", "write:\n\(Self.code(terraform.good))"]
        }
        if !references.isEmpty { parts.append("See \(references.joined(separator: ", "))") }
        return parts.joined(separator: "\n\n")
    }

    private var markdownHelp: String {
        var parts = ["# \(id) \(name)", what, "## Why is this bad?", why]
        if let exceptions { parts += ["## Exceptions", exceptions] }
        parts += ["## Example", Self.fence(bad), "Use instead:", Self.fence(good)]
        if let terraform {
            parts += ["In Terraform:", Self.fence(terraform.bad, "hcl"), "Use instead:", Self.fence(terraform.good, "hcl")]
        }
        if !references.isEmpty {
            parts += ["## References", references.map { "- <\($0)>" }.joined(separator: "\n")]
        }
        return parts.joined(separator: "\n\n")
    }

    private static func fence(_ code: String, _ language: String = "yaml") -> String {
        "```\(language)\n\(Self.code(code))\n```"
    }

    /// Without the line end that a block of YAML text ends with.
    private static func code(_ text: String) -> String { text.last == "\n" ? String(text.dropLast()) : text }
}

extension String {
    /// The text, or its beginning with an ellipsis, in at most so many characters.
    fileprivate func cut(to count: Int) -> String {
        unicodeScalars.count <= count ? self : String(unicodeScalars.prefix(count - 1)) + "…"
    }
}
