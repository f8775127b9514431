import Rules

/// Takes away what a baseline knows; without one, nothing.
struct BaselineStage: VerdictStage {
    private let baseline: Baseline?
    private let configuration: RuleConfiguration
    private let files: [String]
    private let workingFolder: String

    /// - Parameter files: those that were checked.
    init(_ request: LintRequest, configuration: RuleConfiguration, files: [String]) {
        baseline = request.baseline
        self.configuration = configuration
        self.files = files
        workingFolder = request.input.workingFolder
    }

    func apply(to verdicts: inout Verdicts) {
        guard let baseline else { return }
        let comparison = BaselineComparison(
            baseline, verdicts: verdicts, configuration: configuration, files: files, workingFolder: workingFolder)
        verdicts.findings = comparison.new
        verdicts.baseline = comparison.outcome
    }
}
