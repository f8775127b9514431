import Rules
import Workspace
import YAMLBridge

/// Commands that a GitHub workflow turns into annotations, the most severe first.
package struct GitHubReport: Sendable {
    /// GitHub shows so many annotations of each kind for a step; the others stand in the log only.
    ///
    /// Source: docs.github.com, "Workflow commands", and the reply of GitHub's staff in community discussion 26680.
    private static let shownPerKind = 10

    private let result: LintResult

    /// Creates the report of a lint.
    package init(_ result: LintResult) {
        self.result = result
    }

    /// A command a line; empty when there is nothing to say.
    package var text: String {
        let troubles = result.diagnostics.map { ($0.severity, command($0)) }
        let all = troubles + result.findings.map { ($0.severity, command($0)) }
        let lines = Severity.allCases.reversed().flatMap { severity -> [String] in
            let ofKind = all.filter { $0.0 == severity }.map(\.1)
            let more = ofKind.count - Self.shownPerKind
            guard more > 0 else { return ofKind }
            let noun = severity.rawValue + (more == 1 ? "" : "s")
            return ofKind + ["\(more) more \(noun) in this log only: GitHub shows \(Self.shownPerKind) of a kind for a step."]
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func command(_ finding: Finding) -> String {
        command(
            finding.severity, file: finding.location.file, span: finding.location.span,
            title: "\(finding.rule) \(finding.name)", message: finding.message, help: finding.help)
    }

    private func command(_ diagnostic: Diagnostic) -> String {
        command(
            diagnostic.severity, file: diagnostic.file, span: diagnostic.span, title: "ecslint: \(diagnostic.code)",
            message: diagnostic.message, help: diagnostic.help)
    }

    private func command(
        _ severity: Severity, file: String?, span: SourceSpan?, title: String, message: String, help: String?
    ) -> String {
        var properties: [(String, String)] = []
        if let file { properties.append(("file", file)) }
        if let span {
            properties.append(("line", "\(span.start.line)"))
            // Columns count only on a single line; GitHub's last column is the last that is meant.
            if span.start.line == span.end.line, span.start < span.end {
                properties += [
                    ("endLine", "\(span.end.line)"), ("col", "\(span.start.column)"),
                    ("endColumn", "\(span.end.column - 1)"),
                ]
            }
        }
        properties.append(("title", title))
        let name = severity == .note ? "notice" : severity.rawValue
        let list = properties.map { "\($0.0)=\(Self.escapedProperty($0.1))" }.joined(separator: ",")
        return "::\(name) \(list)::\(Self.escaped(help.map { "\(message)\n\($0)" } ?? message))"
    }

    /// A command ends at the line's end, so line ends are written out, and so is what writes them out.
    ///
    /// Source: `escapeData` and `escapeProperty` of github.com/actions/toolkit, packages/core/src/command.ts.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            default: result += scalar.visible
            }
        }
    }

    private static func escapedProperty(_ text: String) -> String {
        escaped(text).unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case ":": result += "%3A"
            case ",": result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
