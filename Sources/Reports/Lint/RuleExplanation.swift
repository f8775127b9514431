import Rules
import Workspace

/// What a rule means, for a terminal.
package struct RuleExplanation: Sendable {
    private let rule: RuleDescription
    private let style: TextStyle

    /// Creates the page of a rule; `style` colours headings and severity.
    package init(_ rule: RuleDescription, style: TextStyle = .plain) {
        self.rule = rule
        self.style = style
    }

    /// Paragraphs of at most 80 columns; examples stand as they are.
    package var text: String {
        var parts = [
            style.bold("\(rule.id) \(rule.name)") + "\n" + style.severity(rule.severity.rawValue, rule.severity)
                + ", \(rule.confidence) confidence: " + rule.tags.joined(separator: ", ") + notice,
            Self.wrapped(rule.what), style.bold("Why is this bad?") + "\n" + Self.wrapped(rule.why),
        ]
        if let exceptions = rule.exceptions { parts.append(style.bold("Exceptions") + "\n" + Self.wrapped(exceptions)) }
        parts.append(style.bold("Example") + "\n" + Self.indented(rule.bad))
        parts.append(style.bold("Use instead") + "\n" + Self.indented(rule.good))
        if let terraform = rule.terraform {
            parts.append(style.bold("Example in Terraform") + "\n" + Self.indented(terraform.bad))
            parts.append(style.bold("Use instead in Terraform") + "\n" + Self.indented(terraform.good))
        }
        if !rule.parameters.isEmpty { parts.append(style.bold("Parameters") + "\n" + parameters) }
        if !rule.references.isEmpty { parts.append(style.bold("References") + "\n" + rule.references.joined(separator: "\n")) }
        return parts.map(\.visibleLines).joined(separator: "\n\n") + "\n"
    }

    private var notice: String {
        switch rule.status {
        case .stable: ""
        case .preview: "\npreview: it runs only when --select \(rule.id) names it"
        case .deprecated:
            "\ndeprecated: it runs only when --select \(rule.id) names it"
                + (rule.replacedBy.map { "; \($0) takes its place" } ?? "")
        }
    }

    private var parameters: String {
        rule.parameters
            .map { Self.wrapped("\($0.name) (\($0.type), default \($0.defaultValue)): \($0.documentation)") }
            .joined(separator: "\n")
    }

    /// Lines of at most 80 characters, broken at blanks.
    private static func wrapped(_ text: String) -> String {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !line.isEmpty, line.count + 1 + word.count > 80 {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return (lines + [line]).joined(separator: "\n")
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: true).map { "    " + $0 }.joined(separator: "\n")
    }
}

extension String {
    /// The text with control characters written out, but for line ends and the escapes of this program's own colour.
    fileprivate var visibleLines: String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                line.unicodeScalars.reduce(into: "") { $0 += $1 == "\u{1B}" ? "\u{1B}" : $1.visible }
            }
            .joined(separator: "\n")
    }
}
