import Rules

/// What the configuration says of the rules that no file holds (TPL, SUP): whether they run, and how severe they are.
///
/// Rules of files hear it when they are compiled, together with their parameters: a check may have a severity of its own.
struct SeverityStage: VerdictStage {
    private static let ids = Set(RuleDescription.ofNoFile.map(\.id))
    private let configuration: RuleConfiguration

    init(_ configuration: RuleConfiguration) {
        self.configuration = configuration
    }

    func apply(to verdicts: inout Verdicts) {
        verdicts.findings = verdicts.findings.compactMap(adjusted)
    }

    /// `nil` for a finding of a rule that is switched off.
    func adjusted(_ finding: Finding) -> Finding? {
        guard Self.ids.contains(finding.rule) else { return finding }
        guard configuration.isEnabled(id: finding.rule, name: finding.name) else { return nil }
        let override = configuration.overrides[finding.rule] ?? configuration.overrides[finding.name]
        guard let severity = override?.severity else { return finding }
        var adjusted = finding
        adjusted.severity = severity
        return adjusted
    }
}
