import ArgumentParser

/// What standard input is called, for commands that take it among their paths.
struct StandardInputFlag: ParsableArguments {
    @Option(
        help: ArgumentHelp("The path that standard input stands for.", valueName: "file"), completion: .file())
    var stdinFilename: String?

    func validate(with paths: [String]) throws {
        if stdinFilename != nil, !paths.contains("-") {
            throw ValidationError("--stdin-filename names standard input: give - as a path.")
        }
    }
}
