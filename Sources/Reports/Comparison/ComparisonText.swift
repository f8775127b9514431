import InstanceCatalog
import Rules
import Workspace

/// A comparison for a terminal: what is new as a lint shows it, what is gone in a line each, the change of cost.
struct ComparisonText {
    private let comparison: Comparison
    private let style: TextStyle

    init(_ comparison: Comparison, style: TextStyle) {
        self.comparison = comparison
        self.style = style
    }

    var text: String {
        var blocks: [String] = []
        for state in [comparison.old, comparison.new] { blocks += troubles(of: state) }
        if !comparison.added.isEmpty { blocks.append(added) }
        if !comparison.gone.isEmpty {
            blocks.append((comparison.gone.map(line)).joined(separator: "\n") + "\n")
        }
        if let total = comparison.total { blocks.append(costs(total)) }
        if !comparison.gates.isEmpty {
            let lines = comparison.gateAnswers.map { answer in
                (answer.isKept == true ? "kept" : answer.isKept == false ? "not kept" : "open") + ": " + answer.sentence
            }
            blocks.append(lines.joined(separator: "\n") + "\n")
        }
        let changes = [
            "new: \(ComparisonWords.count(comparison.added))", "gone: \(ComparisonWords.count(comparison.gone.map(\.finding)))",
            "unchanged: \(ComparisonWords.count(comparison.unchanged))",
        ]
        blocks.append("\(comparison.old.label.visible) -> \(comparison.new.label.visible): \(changes.joined(separator: "; "))\n")
        return blocks.joined(separator: "\n")
    }

    /// The new findings with their lines.
    private var added: String {
        var result = comparison.new.result
        result.findings = comparison.added
        result.diagnostics = []
        return lint(result)
    }

    private func troubles(of state: Comparison.State) -> [String] {
        guard !state.result.diagnostics.isEmpty else { return [] }
        var result = state.result
        result.findings = []
        return [style.bold("in \(state.label.visible):") + "\n" + lint(result)]
    }

    private func lint(_ result: LintResult) -> String {
        var options = TextReport.Options()
        options.style = style
        options.isQuiet = true
        return TextReport(result, options: options).text
    }

    private func line(_ gone: Comparison.Gone) -> String {
        let finding = gone.finding
        let note = gone.isUndecidedNow ? " (undecided now)" : ""
        return style.bold("gone[\(finding.rule.visible)]")
            + " \(ComparisonWords.place(finding).visible): \(finding.message.visible)\(note)"
    }

    private func costs(_ total: Comparison.CostChange) -> String {
        let changed = comparison.costs.filter { !$0.isUnchanged }
        let lines = changed.map { "  \($0.name.visible): \(ComparisonWords.money($0))" }
        return ([style.bold("USD a month: ") + ComparisonWords.money(total)] + lines).joined(separator: "\n") + "\n"
    }
}
