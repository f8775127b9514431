import ArgumentParser
import Workspace

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Write a commented ecslint.yaml, a pre-commit entry and a CI job.",
        discussion: """
            Looks through the folder first: what it finds becomes the roots and the workers of the configuration. A file that \
            is there already stays as it is; what to add to it is shown.
            """)

    @Argument(help: "The repository's folder.", completion: .directory)
    var folder = "."

    @Flag(help: "Show the files and write nothing.")
    var dryRun = false

    func run() throws {
        let starter = ProjectStarter(try ProjectSurvey(folder), in: folder)
        if !dryRun { try starter.write() }
        let blocks = starter.files.map { file in
            if dryRun, !file.isKept { return "# \(file.path)\n\(file.text)" }
            guard file.isKept else { return "wrote \(file.path)\n" }
            let note = "kept \(file.path), which is there already"
            return file.addition.isEmpty ? note + "\n" : "\(note); add:\n\(file.addition)"
        }
        try FileWriter().writeToStandardOutput(blocks.joined(separator: dryRun ? "\n" : ""))
    }
}
