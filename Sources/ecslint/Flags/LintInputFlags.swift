import ArgumentParser
import Workspace

/// What to check, and under which assumptions.
struct LintInputFlags: ParsableArguments {
    @OptionGroup var inputs: InputFlags
    @OptionGroup var rules: RuleFlags

    @Option(
        help: ArgumentHelp("Known findings, which do not count; default: the configuration's.", valueName: "file"),
        completion: .file())
    var baseline: String?

    @Flag(help: "Write every finding of this run into the baseline.")
    var writeBaseline = false

    @Flag(help: "Take findings that are gone out of the baseline.")
    var pruneBaseline = false

    var options: LintOptions {
        var options = rules.options(for: inputs.options)
        options.baselinePath = baseline
        options.writesBaseline = writeBaseline
        return options
    }

    func validate() throws {
        if writeBaseline, pruneBaseline {
            throw ValidationError("--write-baseline also takes out what is gone: give one of the two.")
        }
    }
}
