import ArgumentParser
import Workspace

/// Which templates are read and how, for commands that take any number of them.
struct InputFlags: ParsableArguments {
    @Argument(
        help: "Templates or folders; - is standard input. Default: the configuration's roots, else this folder.",
        completion: .file())
    var paths: [String] = []

    @OptionGroup var standardInput: StandardInputFlag
    @OptionGroup var project: ProjectFlags

    var options: ProjectOptions { project.options(paths: paths, standardInputName: standardInput.stdinFilename) }

    func validate() throws { try standardInput.validate(with: paths) }
}
