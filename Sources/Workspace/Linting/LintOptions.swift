/// What a command line says about a lint; what is `nil` or empty leaves the word to the configuration.
package struct LintOptions: Sendable {
    /// Files and folders; `-` is standard input. Empty takes the configuration's roots, else the working folder.
    package var paths: [String] = []
    /// The path that standard input stands for: of its name, beside its neighbours.
    package var standardInputName: String?
    /// A configuration to take instead of the one found upward from the first path.
    package var configurationPath: String?
    /// `KEY=VALUE` or the path of a parameters file; later ones win.
    package var parameters: [String] = []
    /// The region that the stacks are for; `nil` takes the configuration's.
    package var region: String?
    /// Folders of rules, added to those of the configuration.
    package var ruleFolders: [String] = []
    /// Folders of imported prices, laid over those of the configuration; the last one wins.
    package var catalogFolders: [String] = []
    /// Ids, names or prefixes of the rules that run, in place of the configuration's.
    package var select: [String] = []
    /// Added to what the configuration ignores.
    package var ignore: [String] = []
    /// The lowest severity that makes the run fail; `nil` takes the configuration's.
    package var failOn: FailureThreshold?
    /// A baseline to take instead of the configuration's.
    package var baselinePath: String?
    /// The baseline is about to be written, so it need not be there.
    package var writesBaseline = false
    /// A named file that is no template is passed over, as hooks need it.
    package var skipsUnrecognised = false
    /// Files of Terraform's language are checked as they stand, without a plan.
    package var readsTerraformLanguage = false
    /// The folder of the configuration that plans were made of; `nil` takes the folder of each plan.
    package var sourceRoot: String?
    /// Threads; `nil` takes one a processor.
    package var jobs: Int?

    /// Creates the options of a command line without arguments.
    package init() {}
}
