import ArgumentParser
import Workspace

/// What to check, and under which assumptions.
struct LintInputFlags: ParsableArguments {
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

    @Option(help: ArgumentHelp("A folder of your own rules; repeatable.", valueName: "folder"), completion: .directory)
    var rules: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only these rules: ids, names, or prefixes such as SQS; with commas or repeated.", valueName: "rules"))
    var select: [String] = []

    @Option(
        help: ArgumentHelp(
            "Without these rules: ids, names, or prefixes such as SQS; with commas or repeated.", valueName: "rules"))
    var ignore: [String] = []

    @Option(help: ArgumentHelp("The lowest severity that ends with 1.", valueName: "severity"))
    var failOn: FailureThreshold?

    @Option(
        help: ArgumentHelp("Known findings, which do not count; default: the configuration's.", valueName: "file"),
        completion: .file())
    var baseline: String?

    @Flag(help: "Write every finding of this run into the baseline.")
    var writeBaseline = false

    @Flag(help: "Take findings that are gone out of the baseline.")
    var pruneBaseline = false

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
        options.ruleFolders = rules
        options.select = Self.names(select)
        options.ignore = Self.names(ignore)
        options.failOn = failOn
        options.baselinePath = baseline
        options.writesBaseline = writeBaseline
        options.skipsUnrecognised = skipUnrecognised
        options.jobs = jobs
        options.sourceRoot = sourceRoot
        return options
    }

    func validate() throws {
        if writeBaseline, pruneBaseline {
            throw ValidationError("--write-baseline also takes out what is gone: give one of the two.")
        }
        if stdinFilename != nil, !paths.contains("-") {
            throw ValidationError("--stdin-filename names standard input: give - as a path.")
        }
        if let jobs, !(1...1024).contains(jobs) {
            throw ValidationError("--jobs takes a number from 1 to 1024, not \(jobs).")
        }
    }

    private static func names(_ values: [String]) -> [String] {
        values.flatMap { $0.split(separator: ",").map(String.init) }
    }
}

extension FailureThreshold: ExpressibleByArgument {}
