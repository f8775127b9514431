import CEL
import InstanceCatalog
import Templates
import YAMLBridge

/// Everything that a lint depends on.
public struct LintRequest: Sendable {
    /// The files to check, readable or not; ``LintResult/inputs`` keeps their order.
    public var sources: [SourceFile]
    /// What `ecslint.yaml` says, with the command line's words over it.
    public var configuration: Configuration
    /// Parameter values and bounds of the evaluation.
    public var options: LoadOptions
    /// Rule files beside the built-in ones.
    public var ruleDocuments: [Document] = []
    /// Instance types and prices, with imported ones over the built-in ones.
    public var catalog = InstanceCatalog.builtIn
    /// The day of the run, on which suppressions may have ended.
    public var today = Clock.today
    /// Known findings, which are not reported again.
    public var baseline: Baseline?
    /// The folder that paths are relative to, in full.
    public var workingFolder = "/"
    /// What rules know of the time zones of places.
    public var timeZones = TimeZoneSource.none
    /// A named file that is no template is passed over, as hooks need it.
    public var skipsUnrecognised = false
    /// Files of Terraform's language are checked as they stand, without a plan.
    public var readsTerraformLanguage = false
    /// Files of Terraform's language that were seen in folders.
    public var terraformSourceCount = 0
    /// Whether the input's folders hold something that git ignores or a pattern leaves out.
    public var hasLeftOut = false
    /// Threads that read templates.
    public var jobs = 1
    /// Finds a nested stack's template by the reference in its `TemplateURL` and the path of the template that uses it.
    public var nested: @Sendable (_ reference: String, _ parent: String) -> NestedTemplate = { _, _ in .notFound }

    /// Finds the files of a folder of Terraform configuration, by its path from the folder of a file of configuration, or
    /// from the root module's folder of a plan, and the path of that file or plan.
    public var terraformSources: @Sendable (_ folder: String, _ file: String) -> [SourceFile] = { _, _ in [] }

    /// Creates a request of texts alone: it finds no nested template and no file of Terraform beside them.
    public init(
        sources: [SourceFile], configuration: Configuration = Configuration(), options: LoadOptions = LoadOptions()
    ) {
        self.sources = sources
        self.configuration = configuration
        self.options = options
    }
}
