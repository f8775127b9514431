import Rules
import Topology
import YAMLBridge

/// What `ecslint.yaml` says, checked; the values of an empty file are those of `init()`.
///
/// Paths are relative to the working folder, patterns to the configuration's folder.
package struct Configuration: Sendable {
    /// A rule as `select` and `ignore` name it: an id, a name or a prefix such as `SQS`.
    package struct RuleName: Sendable, Hashable {
        /// As it is written; an unknown one is reported before a rule runs.
        package let text: String
        /// `nil` where a flag says it.
        package let span: SourceSpan?

        /// Creates a name; one without a span comes from a flag.
        package init(_ text: String, span: SourceSpan? = nil) {
            self.text = text
            self.span = span
        }
    }

    /// A file or folder that the configuration names.
    struct NamedPath: Sendable {
        /// Relative to the working folder.
        let path: String
        let span: SourceSpan
    }

    /// All files and folders that the file names, in its order.
    var namedPaths: [NamedPath] = []
    /// The file's path; `nil` when there is none.
    package var path: String?
    /// Folders of one system, in which nested templates are looked for; empty takes the folder of each input.
    package var roots: [String] = []
    /// `nil` takes the extensions of `InputDiscovery`.
    package var include: [Glob]?
    /// Patterns of files and folders to leave out; named files are never left out.
    package var exclude: [Glob] = InputDiscovery.defaultExclude
    /// Files of Terraform's language are checked as they stand, without a plan.
    package var readsTerraformLanguage = false
    /// The region that the stacks are for, such as `eu-central-1`; `nil` where nobody says it.
    package var region: String?
    /// Whether a parameter's `Default` counts as its value where no other is given.
    package var assumesDefaults = true
    /// Values for single templates, in the order of the file.
    package var parameters: [TemplateParameters] = []
    /// The lowest severity of a finding that makes the run fail.
    package var failOn = FailureThreshold.error
    /// Where the file says so; `nil` for the default and for a flag.
    package var failOnSpan: SourceSpan?
    /// Empty takes every rule that is on.
    package var select: [RuleName] = []
    /// Rules that do not run, even when selected.
    package var ignore: [RuleName] = []
    /// Severities and parameters of single rules, in the order of the file.
    package var rules: [RuleAdjustment] = []
    /// Findings that are not reported, in the order of the file.
    package var suppress: [ConfiguredSuppression] = []
    /// A suppression without a reason has no effect and is reported.
    package var requiresReasons = false
    /// The path of a baseline; `nil` for none.
    package var baseline: String?
    /// Folders of the user's own rules, beside the built-in ones.
    package var ruleFolders: [String] = []
    /// Folders of imported prices, laid over the built-in catalog; the last one wins.
    package var catalogFolders: [String] = []
    /// MiB of a host's memory that the plan keeps for the host itself; `nil` for the usual.
    package var hostMemoryMiB: Int64?
    /// What is said of workers, and where their times are read from.
    package var workers = WorkerFacts()

    /// Creates the configuration of a folder that has none.
    package init() {}
}
