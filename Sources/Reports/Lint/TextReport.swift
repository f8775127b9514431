import Rules
import Workspace
import YAMLBridge

/// Findings as a compiler shows them, for people.
package struct TextReport: Sendable {
    /// What the report shows beside findings, and how.
    package struct Options: Sendable {
        /// Colours; `plain` where the output is no terminal.
        package var style = TextStyle.plain
        /// Also lists what could not be decided, with the reasons.
        package var showsUndecided = false
        /// Also lists what suppressions and the baseline took away.
        package var showsSuppressed = false
        /// Leaves out the last line.
        package var isQuiet = false
        /// Adds a count for each rule.
        package var showsStatistics = false

        /// Creates options of findings and their counts alone, without colour.
        package init() {}
    }

    private let result: LintResult
    private let options: Options
    private var style: TextStyle { options.style }

    /// Creates the report of a lint.
    package init(_ result: LintResult, options: Options = Options()) {
        self.result = result
        self.options = options
    }

    /// Blocks with an empty line between them, then the counts, unless the options leave them out.
    package var text: String {
        var blocks = result.diagnostics.map(block) + result.findings.map(block)
        if options.showsSuppressed { blocks += result.hiddenFindings.map(block) }
        if options.showsUndecided { blocks += result.undecided.map(block) }
        if options.showsStatistics, !result.findings.isEmpty { blocks.append(statistics) }
        if !options.isQuiet { blocks.append(result.silences.map(Self.line) + [summary]) }
        return blocks.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    /// One line for each error of the run, for standard error when the report itself goes elsewhere.
    package var troubleLines: String {
        result.diagnostics.filter { $0.severity == .error }.reduce(into: "") { text, diagnostic in
            let position = diagnostic.span.map { ":\($0.start.line):\($0.start.column)" } ?? ""
            let place = diagnostic.file.map { "\($0.visible)\(position): " } ?? ""
            text += "ecslint: \(place)\(diagnostic.message.visible)\n"
        }
    }

    // MARK: - Blocks

    private func block(_ diagnostic: Diagnostic) -> [String] {
        var lines = [head(diagnostic.severity, diagnostic.code, diagnostic.message)]
        if let file = diagnostic.file {
            lines += place(file, diagnostic.span, mark: "^")
            for related in diagnostic.related {
                lines.append(style.bold("note") + ": " + related.message.visible)
                lines += place(file, related.span, mark: "-")
            }
        }
        return lines + help(diagnostic.help)
    }

    private func block(_ finding: Finding) -> [String] {
        var lines = [head(finding.severity, finding.rule, finding.message)]
        lines += place(finding.location, mark: "^")
        for related in finding.related {
            lines.append(style.bold("note") + ": " + related.message.visible)
            lines += place(related.location, mark: "-")
        }
        return lines + help(finding.help)
    }

    private func block(_ hidden: HiddenFinding) -> [String] {
        let finding = hidden.finding
        let head = style.bold("\(hidden.label)[\(finding.rule.visible)]") + ": " + finding.message.visible
        return [head] + place(finding.location, mark: "^") + [hidden.explanation.visible]
    }

    private func block(_ verdict: UndecidedVerdict) -> [String] {
        var lines = [
            style.bold("undecided[\(verdict.rule.visible)]")
                + ": \(verdict.name.visible) of \(verdict.resource.visible)"
        ]
        lines += place(verdict.location, mark: "^")
        return lines + verdict.reasons.map { "because: " + $0.visible }
    }

    private func head(_ severity: Severity, _ code: String, _ message: String) -> String {
        style.severity("\(severity.rawValue)[\(code.visible)]", severity) + style.bold(": " + message.visible)
    }

    private func help(_ text: String?) -> [String] {
        guard let text else { return [] }
        let lines = text.split(separator: "\n").map { String($0).visible }
        return [style.help("help") + ": " + lines.joined(separator: "\n      ")]
    }

    /// A place in a template; of CDK's output with the construct, since nobody knows its lines.
    private func place(_ location: Location, mark: Character) -> [String] {
        let construct = location.constructPath.map { "resource \(location.resource ?? "") (CDK path \($0))" }
        return place(location.file, location.span, mark: mark, note: construct)
    }

    /// The arrow and, where the text is at hand, the line.
    private func place(_ file: String, _ span: SourceSpan?, mark: Character, note: String? = nil) -> [String] {
        guard let span else { return [style.frame("  --> ") + file.visible] }
        let number = String(span.start.line)
        let margin = String(repeating: " ", count: number.count)
        let suffix = note.map { ", " + $0.visible } ?? ""
        var lines = [style.frame("\(margin)--> ") + "\(file.visible):\(number):\(span.start.column)\(suffix)"]
        if let line = result.sources.line(span.start.line, of: file) {
            let frame = SourceFrame(line: line, span: span).lines(mark: mark)
            lines.append(style.frame("\(margin) |"))
            lines.append(style.frame("\(number) |") + " " + frame.source)
            lines.append(style.frame("\(margin) |") + " " + style.bold(frame.underline))
        }
        return lines
    }

    // MARK: - Counts

    private var statistics: [String] {
        let counts = Dictionary(grouping: result.findings) { "\($0.rule) \($0.name)" }.mapValues(\.count)
        let rows = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let width = rows.map { String($0.value).count }.max() ?? 0
        return rows.map { row in
            let count = String(row.value)
            return String(repeating: " ", count: width - count.count) + "\(count)  \(row.key.visible)"
        }
    }

    /// `ecslint.yaml:3: ignore keeps 30 rules from running: SQS`
    private static func line(_ silence: Silence) -> String {
        let line = silence.span.map { ":\($0.start.line)" } ?? ""
        return "switched off by \(silence.file.visible)\(line): \(silence.message.visible)"
    }

    private var summary: String {
        let counts = [
            Self.counted(result.count(of: .error), "error"), Self.counted(result.count(of: .warning), "warning"),
            Self.counted(result.count(of: .note), "note"),
        ]
        let isClean = result.findings.isEmpty
        let found = isClean ? "no findings" : counts.compactMap { $0 }.joined(separator: ", ")
        var parts: [String] = []
        if !result.isJudged {
            parts.append("the rules did not run")
        } else if let templates = Self.counted(result.templateCount, "template") {
            let resources = Self.counted(result.resourceCount, "resource") ?? "no resource"
            let off = result.inputs.reduce(0) { $0 + $1.resourcesOff }
            let created = off == 0 ? "" : ", \(off) of them not created with these values"
            parts.append("\(found) in \(templates) with \(resources)\(created)")
            let known = result.baseline.map { ", \($0.known.count) in the baseline" } ?? ""
            parts.append("\(result.undecided.count) undecided, \(result.suppressed.count) suppressed\(known)")
            if let gone = Self.counted(result.baseline?.gone.count ?? 0, "finding") {
                parts.append("\(gone) of the baseline gone, --prune-baseline takes them out")
            }
        } else {
            parts.append("no template was checked")
        }
        let failures = result.diagnostics.count { $0.severity == .error }
        if let failures = Self.counted(failures, "problem") { parts.append("\(failures) with the run") }
        return parts.joined(separator: "; ")
    }

    private static func counted(_ count: Int, _ noun: String) -> String? {
        count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
