import ArgumentParser
import Workspace

/// What to check, and under which assumptions.
struct LintInputFlags: ParsableArguments {
    @OptionGroup var inputs: InputFlags

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

    var options: LintOptions {
        var options = inputs.options
        options.ruleFolders = rules
        options.select = Self.names(select)
        options.ignore = Self.names(ignore)
        options.failOn = failOn
        options.baselinePath = baseline
        options.writesBaseline = writeBaseline
        return options
    }

    func validate() throws {
        if writeBaseline, pruneBaseline {
            throw ValidationError("--write-baseline also takes out what is gone: give one of the two.")
        }
    }

    private static func names(_ values: [String]) -> [String] {
        values.flatMap { $0.split(separator: ",").map(String.init) }
    }
}

extension FailureThreshold: ExpressibleByArgument {}
