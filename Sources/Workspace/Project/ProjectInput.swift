import InstanceCatalog
import Templates

/// The templates of a run and what they are read with, gathered once: a lint, a price, a graph or a comparison depends on it
/// and on no file any more.
package struct ProjectInput: Sendable {
    /// The files to read, readable or not; results keep their order.
    package var sources: [SourceFile]
    /// What `ecslint.yaml` says, with the command line's words over it.
    package var configuration: Configuration
    /// Parameter values and bounds of the evaluation.
    package var options: LoadOptions
    /// Instance types and prices, with imported ones over the built-in ones.
    package var catalog = InstanceCatalog.builtIn
    /// The folder that paths are relative to, in full.
    package var workingFolder = "/"
    /// A named file that is no template is passed over, as hooks need it.
    package var skipsUnrecognised = false
    /// Files of Terraform's language are checked as they stand, without a plan.
    package var readsTerraformLanguage = false
    /// Files of Terraform's language that were seen in folders.
    package var terraformSourceCount = 0
    /// Whether the input's folders hold something that git ignores or a pattern leaves out.
    package var hasLeftOut = false
    /// Threads that read templates.
    package var jobs = 1
    /// Finds a nested stack's template by the reference in its `TemplateURL` and the path of the template that uses it.
    package var nested: @Sendable (_ reference: String, _ parent: String) -> NestedTemplate = { _, _ in .notFound }
    /// Finds files that may use a template as a nested stack, by its path.
    package var parents: @Sendable (_ template: String) -> [SourceFile] = { _ in [] }
    /// Finds the files of a folder of Terraform configuration, by its path from the folder of a file of configuration, or
    /// from the root module's folder of a plan, and the path of that file or plan.
    package var terraformSources: @Sendable (_ folder: String, _ file: String) -> [SourceFile] = { _, _ in [] }

    /// Creates an input of texts alone: it finds no nested template and no file of Terraform beside them.
    package init(
        sources: [SourceFile], configuration: Configuration = Configuration(), options: LoadOptions = LoadOptions()
    ) {
        self.sources = sources
        self.configuration = configuration
        self.options = options
    }
}
