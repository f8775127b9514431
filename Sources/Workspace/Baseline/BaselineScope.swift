import Rules

/// What of a baseline a run looked at: a hook checks single files, and `--select` some of the rules.
struct BaselineScope {
    private let files: Set<String>
    private let absentFiles: Set<String>
    private let configuration: RuleConfiguration
    private let undecided: Set<[String?]>

    /// - Parameter place: makes a shown path one from the baseline's folder.
    init(_ baseline: Baseline, result: LintResult, place: (String) -> String) {
        files = Set(result.inputs.filter { $0.status == .ok }.map { place($0.file) })
        absentFiles = baseline.absentFiles
        configuration = result.ruleConfiguration
        undecided = Set(result.undecided.map { [place($0.location.file), $0.rule, $0.location.resource] })
    }

    /// Whether the run would have found again what an entry stands for.
    func isLookedAt(_ entry: Baseline.Entry) -> Bool {
        if absentFiles.contains(entry.file) { return true }
        return files.contains(entry.file) && configuration.isEnabled(id: entry.rule, name: entry.name)
            && !undecided.contains([entry.file, entry.rule, entry.resource])
    }
}
