import Rules

/// What of a baseline a run looked at: a hook checks single files, and `--select` some of the rules.
struct BaselineScope {
    private let files: Set<String>
    private let absentFiles: Set<String>
    private let configuration: RuleConfiguration
    private let undecided: Set<[String?]>

    /// Paths are those from the baseline's folder.
    ///
    /// - Parameter undecided: file, rule and resource of what was left open.
    init(absentFiles: Set<String>, files: [String], configuration: RuleConfiguration, undecided: [[String?]]) {
        self.absentFiles = absentFiles
        self.files = Set(files)
        self.configuration = configuration
        self.undecided = Set(undecided)
    }

    /// Whether the run would have found again what an entry stands for.
    func isLookedAt(_ entry: Baseline.Entry) -> Bool {
        if absentFiles.contains(entry.file) { return true }
        return files.contains(entry.file) && configuration.isEnabled(id: entry.rule, name: entry.name)
            && !undecided.contains([entry.file, entry.rule, entry.resource])
    }
}
