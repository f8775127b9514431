import ArgumentParser
import Workspace

/// Which templates are read and how, for commands that take any number of them.
struct InputFlags: ParsableArguments {
    @Argument(
        help: "Templates or folders; - is standard input. Default: the configuration's roots, else this folder.",
        completion: .file())
    var paths: [String] = []

    @Option(
        help: ArgumentHelp("The path that standard input stands for.", valueName: "file"), completion: .file())
    var stdinFilename: String?

    @OptionGroup var templates: TemplateFlags

    @Option(help: "The region that the stacks are for.")
    var region: String?

    @Flag(help: "Pass over named files that are no template, as hooks need it.")
    var skipUnrecognised = false

    @Option(
        help: ArgumentHelp(
            "The folder of the configuration that Terraform plans were made of; default: the folder of each plan.",
            valueName: "folder"),
        completion: .directory)
    var sourceRoot: String?

    @Option(help: ArgumentHelp("Threads that read templates; default: one a processor.", valueName: "number"))
    var jobs: Int?

    var options: LintOptions {
        var options = LintOptions()
        options.paths = paths
        options.standardInputName = stdinFilename
        options.configurationPath = templates.config
        options.parameters = templates.parameters
        options.region = region
        options.skipsUnrecognised = skipUnrecognised
        options.jobs = jobs
        options.sourceRoot = sourceRoot
        options.readsTerraformLanguage = templates.tf
        return options
    }

    func validate() throws {
        if stdinFilename != nil, !paths.contains("-") {
            throw ValidationError("--stdin-filename names standard input: give - as a path.")
        }
        if let jobs, !(1...1024).contains(jobs) {
            throw ValidationError("--jobs takes a number from 1 to 1024, not \(jobs).")
        }
    }
}
