import Text

/// What a command line says of the templates to read, the same for every command; what is `nil` or empty leaves the word to
/// the configuration.
package struct ProjectOptions: Sendable {
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
    /// Folders of imported prices, laid over those of the configuration; the last one wins.
    package var catalogFolders: [String] = []
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

    /// The same options for another working folder than the one that their paths start from.
    func withAbsolutePaths(from folder: String) -> ProjectOptions {
        var copy = self
        copy.configurationPath = configurationPath.map { PathName.absolute($0, workingFolder: folder) }
        copy.catalogFolders = catalogFolders.map { PathName.absolute($0, workingFolder: folder) }
        copy.sourceRoot = sourceRoot.map { PathName.absolute($0, workingFolder: folder) }
        copy.parameters = parameters.map {
            Platform.kind(of: $0, followingLinks: true) == nil ? $0 : PathName.absolute($0, workingFolder: folder)
        }
        return copy
    }
}
