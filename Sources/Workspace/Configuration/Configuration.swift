import Rules
import Topology
import YAMLBridge

/// What `ecslint.yaml` says, checked; the values of an empty file are those of `init()`.
///
/// Paths are relative to the working folder, patterns to the configuration's folder.
public struct Configuration: Sendable {
    /// A rule as `select` and `ignore` name it: an id, a name or a prefix such as `SQS`.
    public struct RuleName: Sendable, Hashable {
        /// As it is written; an unknown one is reported before a rule runs.
        public let text: String
        /// `nil` where a flag says it.
        public let span: SourceSpan?

        /// Creates a name; one without a span comes from a flag.
        public init(_ text: String, span: SourceSpan? = nil) {
            self.text = text
            self.span = span
        }
    }

    /// The file's path; `nil` when there is none.
    public var path: String?
    /// Folders of one system, in which nested templates are looked for; empty takes the folder of each input.
    public var roots: [String] = []
    /// `nil` takes the extensions of `InputDiscovery`.
    public var include: [Glob]?
    /// Patterns of files and folders to leave out; named files are never left out.
    public var exclude: [Glob] = InputDiscovery.defaultExclude
    /// Files of Terraform's language are checked as they stand, without a plan.
    public var readsTerraformLanguage = false
    /// The region that the stacks are for, such as `eu-central-1`; `nil` where nobody says it.
    public var region: String?
    /// Whether a parameter's `Default` counts as its value where no other is given.
    public var assumesDefaults = true
    /// Values for single templates, in the order of the file.
    public var parameters: [TemplateParameters] = []
    /// The lowest severity of a finding that makes the run fail.
    public var failOn = FailureThreshold.error
    /// Empty takes every rule that is on.
    public var select: [RuleName] = []
    /// Rules that do not run, even when selected.
    public var ignore: [RuleName] = []
    /// Severities and parameters of single rules, in the order of the file.
    public var rules: [RuleAdjustment] = []
    /// Findings that are not reported, in the order of the file.
    public var suppress: [ConfiguredSuppression] = []
    /// A suppression without a reason has no effect and is reported.
    public var requiresReasons = false
    /// The path of a baseline; `nil` for none.
    public var baseline: String?
    /// Folders of the user's own rules, beside the built-in ones.
    public var ruleFolders: [String] = []
    /// Folders of imported prices, laid over the built-in catalog; the last one wins.
    public var catalogFolders: [String] = []
    /// MiB of a host's memory that the plan keeps for the host itself.
    public var hostMemoryMiB: Int64 = 1024
    /// What is said of workers, and where their times are read from.
    public var workers = WorkerFacts()

    /// Creates the configuration of a folder that has none.
    public init() {}
}
