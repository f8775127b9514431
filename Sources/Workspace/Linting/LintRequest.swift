import CEL
import InstanceCatalog
import Templates
import YAMLBridge

/// Everything that a lint depends on.
public struct LintRequest: Sendable {
    public var sources: [SourceFile]
    public var configuration: Configuration
    public var options: LoadOptions
    /// Rule files beside the built-in ones.
    public var ruleDocuments: [Document] = []
    /// Instance types and prices, with imported ones over the built-in ones.
    public var catalog = InstanceCatalog.builtIn
    /// What rules know of the time zones of places.
    public var timeZones = TimeZoneSource.none
    /// A named file that is no template is passed over, as hooks need it.
    public var skipsUnrecognised = false
    /// `.tf` files that were seen in folders and cannot be read.
    public var terraformSourceCount = 0
    /// Threads that read templates.
    public var jobs = 1
    /// Finds a nested stack's template by the reference in its `TemplateURL` and the path of the template that uses it.
    public var nested: @Sendable (_ reference: String, _ parent: String) -> NestedTemplate = { _, _ in .notFound }

    public init(
        sources: [SourceFile], configuration: Configuration = Configuration(), options: LoadOptions = LoadOptions()
    ) {
        self.sources = sources
        self.configuration = configuration
        self.options = options
    }
}
