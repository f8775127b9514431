import Rules
import YAMLBridge

/// Something that keeps a run from telling what it would tell with the defaults, and the file that says so.
///
/// The author of a change writes the configuration beside it: so whoever reads a report must see what it left out.
package struct Silence: Sendable, Hashable {
    /// The file that switches something off.
    package let file: String
    /// Where in the file; `nil` for what stands in several places of it.
    package let span: SourceSpan?
    /// What is off: a clause for people without a full stop.
    package let message: String

    /// Creates a statement of what a file switches off.
    package init(file: String, span: SourceSpan?, message: String) {
        self.file = file
        self.span = span
        self.message = message
    }
}

extension Silence {
    /// Most names and patterns that are written out.
    private static let mostNames = 5

    /// What a configuration's file switches off; flags are the caller's own, and are not told.
    static func silences(of configuration: Configuration, rules: [SuppressionStage.KnownRule]) -> [Silence] {
        guard let file = configuration.path else { return [] }
        var silences: [Silence] = []
        func count(_ rules: Int) -> String { "\(rules) rule\(rules == 1 ? "" : "s")" }
        let ignored = configuration.ignore.filter { $0.span != nil }
        if let first = ignored.first {
            let names = ignored.map(\.text)
            let off = rules.count { !RuleConfiguration(ignore: names).isEnabled(id: $0.id, name: $0.name) }
            silences.append(
                Silence(file: file, span: first.span, message: "ignore keeps \(count(off)) from running: \(list(names))"))
        }
        let selected = configuration.select.filter { $0.span != nil }
        if let first = selected.first {
            let names = selected.map(\.text)
            let off = rules.count { !RuleConfiguration(select: names).isEnabled(id: $0.id, name: $0.name) }
            silences.append(
                Silence(file: file, span: first.span, message: "select leaves out \(count(off)), all but \(list(names))"))
        }
        if configuration.failOn == .never, let span = configuration.failOnSpan {
            silences.append(Silence(file: file, span: span, message: "failOn: never lets the run succeed whatever is found"))
        }
        if configuration.exclude != InputDiscovery.defaultExclude, !configuration.exclude.isEmpty {
            let patterns = configuration.exclude.map(\.pattern)
            silences.append(Silence(file: file, span: nil, message: "exclude leaves files out of folders: \(list(patterns))"))
        }
        return silences
    }

    /// How many findings suppressions took away, by the file that they stand in.
    static func silences(of suppressed: [SuppressedFinding]) -> [Silence] {
        let counts = Dictionary(grouping: suppressed, by: \.suppression.location.file)
        return counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { file, findings in
            let count = findings.count == 1 ? "1 finding" : "\(findings.count) findings"
            let rules = Set(findings.map(\.finding.rule)).sorted()
            return Silence(file: file, span: nil, message: "\(count) suppressed: \(list(rules))")
        }
    }

    private static func list(_ names: [String]) -> String {
        let rest = names.count - mostNames
        return names.prefix(mostNames).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}
