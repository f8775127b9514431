import ArgumentParser

/// What templates are read with, for every command that reads some.
struct TemplateFlags: ParsableArguments {
    @Option(
        help: ArgumentHelp("The configuration; default: ecslint.yaml, looked for upward from the first path.", valueName: "file"),
        completion: .file())
    var config: String?

    @Option(
        help: ArgumentHelp(
            "A parameter as KEY=VALUE, or a parameters file in JSON or YAML; repeatable.", valueName: "value"),
        completion: .file())
    var parameters: [String] = []

    @Flag(help: "Check .tf files as they stand, without a plan; what only a plan knows is undecided.")
    var tf = false
}
