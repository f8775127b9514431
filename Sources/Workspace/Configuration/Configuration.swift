import Rules
import Topology
import YAMLBridge

/// What `ecslint.yaml` says, checked; the values of an empty file are those of `init()`.
///
/// Paths are relative to the working folder, patterns to the configuration's folder.
public struct Configuration: Sendable {
    /// A rule as `select` and `ignore` name it: an id, a name or a prefix such as `SQS`.
    public struct RuleName: Sendable, Hashable {
        public let text: String
        /// `nil` where a flag says it.
        public let span: SourceSpan?

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
    public var exclude: [Glob] = InputDiscovery.defaultExclude
    /// Files of Terraform's language are checked as they stand, without a plan.
    public var readsTerraformLanguage = false
    public var region: String?
    public var assumesDefaults = true
    public var parameters: [TemplateParameters] = []
    public var failOn = FailureThreshold.error
    /// Empty takes every rule that is on.
    public var select: [RuleName] = []
    public var ignore: [RuleName] = []
    public var rules: [RuleAdjustment] = []
    public var suppress: [ConfiguredSuppression] = []
    /// A suppression without a reason has no effect and is reported.
    public var requiresReasons = false
    /// The path of a baseline; `nil` for none.
    public var baseline: String?
    public var ruleFolders: [String] = []
    /// Folders of imported prices, laid over the built-in catalog; the last one wins.
    public var catalogFolders: [String] = []
    /// MiB of a host's memory that the plan keeps for the host itself.
    public var hostMemoryMiB: Int64 = 1024
    public var workers = WorkerFacts()

    public init() {}
}
