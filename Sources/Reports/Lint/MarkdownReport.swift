import Rules
import Workspace

/// A comment on a pull request: counts, then the findings file by file, what to do about them folded away.
package struct MarkdownReport: Sendable {
    /// GitHub takes comments of 65,536 characters; counted in bytes, so that it holds whatever a character is.
    package static let largestComment = 65_536

    private let result: LintResult
    private let limit: Int

    /// - Parameter limit: bytes; what does not fit is counted instead of shown, the least severe first.
    package init(_ result: LintResult, limit: Int = MarkdownReport.largestComment) {
        self.result = result
        self.limit = limit
    }

    /// The comment, in GitHub's Markdown, at most `limit` bytes long.
    package var text: String {
        let head = "## ecslint: \(verdict)\n\n\(summary)\n\(silences)"
        var rest = limit - head.utf8.count - Self.reserve
        var text = head
        var leftOut = 0
        for section in sections {
            guard section.text.utf8.count <= rest else {
                leftOut += section.count
                continue
            }
            text += section.text
            rest -= section.text.utf8.count
        }
        if leftOut > 0 { text += "\n…and \(leftOut) more that this comment has no room for.\n" }
        return text
    }

    /// Bytes for the line on what is left out.
    private static let reserve = 100

    private var verdict: String {
        switch result.exitStatus {
        case .unreliable: "not everything could be checked"
        case .findings: "something to fix"
        default: result.findings.isEmpty ? "nothing found" : "nothing that fails"
        }
    }

    /// Most files that switch something off which are told one by one.
    private static let mostSilences = 20

    private var silences: String {
        guard !result.silences.isEmpty else { return "" }
        var lines = result.silences.prefix(Self.mostSilences).map { silence in
            let file = silence.file + (silence.span.map { ":\($0.start.line)" } ?? "")
            return "- \(MarkdownText.code(file)): \(MarkdownText.escaped(String(silence.message.prefix(500))))\n"
        }
        let rest = result.silences.count - Self.mostSilences
        if rest > 0 { lines.append("- and \(rest) more\n") }
        return "\nSwitched off:\n\n" + lines.joined()
    }

    private var summary: String {
        var rows = [
            ("errors", result.count(of: .error)), ("warnings", result.count(of: .warning)), ("notes", result.count(of: .note)),
        ]
        rows += [("undecided", result.undecided.count), ("suppressed", result.suppressed.count)]
        if let baseline = result.baseline { rows.append(("in the baseline", baseline.known.count)) }
        rows.append(("templates", result.templateCount))
        return MarkdownTable(rows.map(\.0), [rows.map { "\($0.1)" }]).text
    }

    /// Pieces that are shown whole or not at all, with how many findings each holds.
    private var sections: [(text: String, count: Int)] {
        let troubles = result.diagnostics.map { (text: "\n" + bullet($0) + "\n", count: 1) }
        let findings = Severity.allCases.reversed().flatMap { severity in
            result.findings.filter { $0.severity == severity }.map { (text: "\n" + block($0) + "\n", count: 1) }
        }
        return troubles + findings
    }

    private func bullet(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.file.map { file in
            " in \(MarkdownText.code(file + (diagnostic.span.map { ":\($0.start.line)" } ?? "")))"
        }
        let help = diagnostic.help.map { " \(MarkdownText.escaped($0))" } ?? ""
        return "**\(diagnostic.severity.rawValue)**\(place ?? ""): \(MarkdownText.escaped(diagnostic.message)).\(help)"
    }

    private func block(_ finding: Finding) -> String {
        let place = finding.location
        let resource = place.resource.map { ", \(MarkdownText.code($0))" } ?? ""
        var lines = [
            "**\(finding.severity.rawValue) [\(finding.rule)](\(RuleDescription.page(ofRule: finding.rule)))** in "
                + MarkdownText.code("\(place.file):\(place.span.start.line)") + resource,
            "", MarkdownText.escaped(finding.message),
        ]
        let notes = finding.related.map { related in
            "- \(MarkdownText.escaped(related.message)): "
                + MarkdownText.code("\(related.location.file):\(related.location.span.start.line)")
        }
        if finding.help != nil || !notes.isEmpty {
            lines += ["", "<details><summary>How to fix it</summary>", ""]
            lines += finding.help.map { [MarkdownText.escaped($0), ""] } ?? []
            lines += notes.isEmpty ? [] : notes + [""]
            lines.append("</details>")
        }
        return lines.joined(separator: "\n")
    }
}
