import Evaluation
import Rules
import Templates
import Topology
import YAMLBridge

/// What a lint found out.
package struct LintResult: Sendable {
    /// Every file of the run, nested templates that were found behind them.
    package var inputs: [InputSummary]
    /// Sorted by file, line, column and rule.
    package var findings: [Finding]
    /// What the input does not say enough for, sorted as findings are.
    package var undecided: [UndecidedVerdict]
    /// Trouble of the run, in the order of the stages that met it.
    package var diagnostics: [Diagnostic]
    /// The lines that findings and diagnostics point into.
    package var sources: SourceLines
    /// The lowest severity of a finding that makes the run fail.
    package var failOn: FailureThreshold
    /// The rule files beside the built-in ones that the run used.
    package var ruleDocuments: [Document] = []
    /// Which rules ran, and how.
    package var ruleConfiguration = RuleConfiguration()
    /// Findings that suppressions took away, in the order of `findings`.
    package var suppressed: [SuppressedFinding] = []
    /// What files of the input switch off, which a reader of the report must know.
    package var silences: [Silence] = []
    /// What a baseline took away; `nil` for a run without one.
    package var baseline: BaselineOutcome?
    /// Whether the configuration names a baseline, so that the next run compares with it unasked.
    package var hasConfiguredBaseline = false
    /// False when trouble with the rules or their configuration kept them from being asked.
    package var isJudged = true
    /// What the findings were read from. Taking a large input apart costs a tenth of a run, so that a program which ends
    /// with its report keeps this to its end and leaves it to the system.
    package var evidence: (workload: Workload, model: Model)?

    /// Creates a result; what suppressions and a baseline took away is set afterwards.
    package init(
        inputs: [InputSummary] = [], findings: [Finding] = [], undecided: [UndecidedVerdict] = [],
        diagnostics: [Diagnostic] = [], sources: SourceLines = SourceLines(), failOn: FailureThreshold = .error
    ) {
        self.inputs = inputs
        self.findings = findings
        self.undecided = undecided
        self.diagnostics = diagnostics
        self.sources = sources
        self.failOn = failOn
    }

    /// Templates that were checked.
    package var templateCount: Int { inputs.count { $0.kind != .unrecognised && $0.status == .ok } }
    /// Entries of the templates' own `Resources`, summed over the files.
    package var resourceCount: Int { inputs.reduce(0) { $0 &+ $1.resources } }

    /// How many findings have exactly this severity.
    package func count(of severity: Severity) -> Int { findings.count { $0.severity == severity } }

    /// Trouble of the run wins over findings: a file that was not read is not clean.
    package var exitStatus: ExitStatus {
        if diagnostics.contains(where: { $0.severity == .error }) { return .unreliable }
        return findings.contains { failOn.isReached(by: $0.severity) } ? .findings : .success
    }
}
