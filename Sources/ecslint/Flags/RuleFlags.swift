import ArgumentParser
import Workspace

/// Which rules run, and which of their findings make a run fail.
struct RuleFlags: ParsableArguments {
    @Option(help: ArgumentHelp("A folder of your own rules; repeatable.", valueName: "folder"), completion: .directory)
    var rules: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only these rules: ids, names, or prefixes such as SQS; with commas or repeated.", valueName: "rules"),
        completion: .ruleIDs)
    var select: [String] = []

    @Option(
        help: ArgumentHelp(
            "Without these rules: ids, names, or prefixes such as SQS; with commas or repeated.", valueName: "rules"),
        completion: .ruleIDs)
    var ignore: [String] = []

    @Option(help: ArgumentHelp("The lowest severity that ends with 1.", valueName: "severity"))
    var failOn: FailureThreshold?

    /// - Parameter project: the templates that the rules are asked about.
    func options(for project: ProjectOptions) -> LintOptions {
        var options = LintOptions()
        options.project = project
        options.ruleFolders = rules
        options.select = Self.names(select)
        options.ignore = Self.names(ignore)
        options.failOn = failOn
        return options
    }

    private static func names(_ values: [String]) -> [String] {
        values.flatMap { $0.split(separator: ",").map(String.init) }
    }
}

extension FailureThreshold: ExpressibleByArgument {}
