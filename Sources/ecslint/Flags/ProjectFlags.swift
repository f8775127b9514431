import ArgumentParser
import Workspace

/// What templates are read with, the same for every command that reads some.
struct ProjectFlags: ParsableArguments {
    @Option(
        help: ArgumentHelp("The configuration; default: ecslint.yaml, looked for upward from the first path.", valueName: "file"),
        completion: .file())
    var config: String?

    @Option(
        name: [.long, .customLong("var")],
        help: ArgumentHelp(
            "A parameter or variable as KEY=VALUE, or a parameters file in JSON or YAML; repeatable.", valueName: "value"),
        completion: .file())
    var parameters: [String] = []

    @Option(
        help: "The region that the stacks are for; prices are its own. Default: the configuration's, else the templates'.",
        completion: .regions)
    var region: String?

    @Flag(help: "Check .tf files as they stand, without a plan; what only a plan knows is undecided.")
    var tf = false

    @Option(
        help: ArgumentHelp(
            "The folder of the configuration that Terraform plans were made of; default: the folder of each plan.",
            valueName: "folder"),
        completion: .directory)
    var sourceRoot: String?

    @Flag(help: "Pass over named files that are not templates, as hooks need it.")
    var skipUnrecognised = false

    @Option(
        help: ArgumentHelp("Imported prices to lay over the built-in catalog; repeatable.", valueName: "dir"),
        completion: .directory)
    var catalog: [String] = []

    @Option(help: ArgumentHelp("Threads that read templates; default: one a processor.", valueName: "number"))
    var jobs: Int?

    /// - Parameter standardInputName: the path that standard input stands for.
    func options(paths: [String], standardInputName: String? = nil) -> ProjectOptions {
        var options = ProjectOptions()
        options.paths = paths
        options.standardInputName = standardInputName
        options.configurationPath = config
        options.parameters = parameters
        options.region = region
        options.catalogFolders = catalog
        options.skipsUnrecognised = skipUnrecognised
        options.readsTerraformLanguage = tf
        options.sourceRoot = sourceRoot
        options.jobs = jobs
        return options
    }

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) {
            throw ValidationError("--jobs takes a number from 1 to 1024, not \(jobs).")
        }
    }
}
