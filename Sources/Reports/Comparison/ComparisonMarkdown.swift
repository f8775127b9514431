import InstanceCatalog
import Rules
import Workspace

/// A comparison as a comment on a pull request, within the size that GitHub takes.
struct ComparisonMarkdown {
    private let comparison: Comparison
    private let limit: Int

    init(_ comparison: Comparison, limit: Int = MarkdownReport.largestComment) {
        self.comparison = comparison
        self.limit = limit
    }

    var text: String {
        let names = "\(MarkdownText.code(comparison.old.label)) → \(MarkdownText.code(comparison.new.label))"
        var text = "## ecslint: \(names)\n\n\(counts)\n"
        for state in [comparison.old, comparison.new] { text += troubles(of: state) }
        text += costs
        text += table("New", comparison.added.map { ($0, "") }, isOpen: true, room: limit / 2)
        let gone = comparison.gone.map { ($0.finding, $0.isUndecidedNow ? " (undecided now)" : "") }
        text += table("Gone", gone, isOpen: false, room: limit / 6)
        text += table("Unchanged", comparison.unchanged.map { ($0, "") }, isOpen: false, room: limit / 6)
        return text
    }

    private var counts: String {
        let rows = [
            ("new", comparison.added), ("gone", comparison.gone.map(\.finding)), ("unchanged", comparison.unchanged),
        ].map { name, findings in
            [name] + Severity.allCases.reversed().map { severity in "\(findings.count { $0.severity == severity })" }
        }
        return MarkdownTable(["findings", "errors", "warnings", "notes"], rows).text
    }

    /// Few lines, so that they always have room.
    private func troubles(of state: Comparison.State) -> String {
        let errors = state.result.diagnostics.filter { $0.severity == .error }
        guard let first = errors.first else { return "" }
        let place = first.file.map { " in \(MarkdownText.code(String($0.prefix(200))))" } ?? ""
        let more = errors.count > 1 ? " …and \(errors.count - 1) more." : ""
        return
            "\n**error** of \(MarkdownText.code(state.label))\(place): \(MarkdownText.escaped(String(first.message.prefix(500)))).\(more)\n"
    }

    private static let mostServices = 50

    private var costs: String {
        guard let total = comparison.total else { return "" }
        let changed = comparison.costs.filter { !$0.isUnchanged }
        let rows = ([total] + changed.prefix(Self.mostServices)).map { cost in
            let name = cost.name == total.name ? "**total**" : MarkdownText.escaped(String(cost.name.prefix(100)))
            return [name] + [cost.old.minimum, cost.new.minimum, cost.old.desired, cost.new.desired].map(CostFigures.money)
                + [cost.change.desired.map(ComparisonWords.signed) ?? CostFigures.unknown]
                + [cost.old.maximum, cost.new.maximum].map(CostFigures.money)
        }
        let table = MarkdownTable(
            ["USD a month", "min old", "min new", "desired old", "desired new", "change", "max old", "max new"], rows)
        let gates = comparison.gateAnswers.map { answer in
            "- **\(answer.isKept == true ? "kept" : answer.isKept == false ? "not kept" : "open")**: \(answer.sentence)\n"
        }
        return "\n" + table.text + "\n" + (gates.isEmpty ? "" : "\n" + gates.joined())
    }

    /// The rows that have room, the most severe first.
    private func table(_ title: String, _ findings: [(Finding, String)], isOpen: Bool, room: Int) -> String {
        guard !findings.isEmpty else { return "" }
        let sorted = Severity.allCases.reversed().flatMap { severity in findings.filter { $0.0.severity == severity } }
        var rows: [[String]] = []
        var rest = room
        for (finding, note) in sorted {
            let row = [
                finding.severity.rawValue, "[\(finding.rule)](\(RuleDescription.page(ofRule: finding.rule)))",
                MarkdownText.code(ComparisonWords.place(finding)), MarkdownText.escaped(finding.message) + note,
            ]
            // A bar inside a cell takes another byte, and so do the bars between cells.
            rest -= row.reduce(16) { $0 + $1.utf8.count + $1.utf8.count { $0 == UInt8(ascii: "|") } }
            guard rest > 0 else { break }
            rows.append(row)
        }
        let more = rows.count < findings.count ? "\n…and \(findings.count - rows.count) more.\n" : ""
        let body = MarkdownTable(["", "rule", "place", "message"], rows).text + "\n" + more
        if isOpen { return "\n### \(title)\n\n\(body)" }
        return "\n<details><summary>\(title): \(findings.count)</summary>\n\n\(body)\n</details>\n"
    }
}
