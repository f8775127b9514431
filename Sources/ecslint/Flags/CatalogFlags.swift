import ArgumentParser
import InstanceCatalog
import Workspace

/// Which catalog a command asks: the built-in one with imported prices over it.
struct CatalogFlags: ParsableArguments {
    @Option(
        help: ArgumentHelp("Imported prices to lay over the built-in catalog; repeatable.", valueName: "dir"),
        completion: .directory)
    var catalog: [String] = []

    @Option(
        help: ArgumentHelp("The configuration; default: ecslint.yaml of this folder or above.", valueName: "file"),
        completion: .file())
    var config: String?

    /// With the folders of the user, the configuration and the flags.
    func load() throws -> InstanceCatalog {
        var options = ProjectOptions()
        options.configurationPath = config
        options.catalogFolders = catalog
        return try Project(options).catalog
    }
}
