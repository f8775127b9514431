import ArgumentParser
import Reports
import Workspace

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "What a change of templates makes better, worse and more expensive.",
        discussion: """
            OLD and NEW are files, folders or git revisions: REVISION:path has it from the repository's root, a revision alone \
            means the same path as the other side. Each side has its own configuration unless --config names one.

              ecslint diff old.yaml new.yaml
              ecslint diff main infra/
              ecslint diff v1.2:infra/app.yaml infra/app.yaml --format markdown
              ecslint diff --git main

            Ends with 1 when a new finding fails, with 2 when one of the two cannot be checked.
            """)

    @Argument(help: "OLD and NEW; with --git at most the path to compare.", completion: .file())
    var states: [String] = []

    @Option(help: ArgumentHelp("The git revision to compare the files with.", valueName: "revision"))
    var git: String?

    @OptionGroup var project: ProjectFlags
    @OptionGroup var rules: RuleFlags

    @Option(help: "How to write the result.")
    var format: ComparisonFormat = .text

    func validate() throws {
        if git == nil, states.count != 2 { throw ValidationError("Name OLD and NEW, or one path with --git REVISION.") }
        if git != nil, states.count > 1 { throw ValidationError("With --git name one path at most.") }
    }

    func run() throws {
        let newer = git == nil ? states[1] : states.first ?? "."
        let old = try ComparisonSide(git ?? states[0], comparedWith: newer)
        let new = try ComparisonSide(newer, comparedWith: git == nil ? states[0] : nil)
        let comparison = try ComparisonSession(
            rules.options(for: project.options(paths: [])), old: old, new: new
        ).run()
        let style = format == .text && Terminal.prefersColor ? TextStyle.colored : .plain
        try FileWriter().writeToStandardOutput(comparison.rendered(as: format, style: style))
        if comparison.exitStatus != .success { throw ExitCode(comparison.exitStatus.rawValue) }
    }
}

extension ComparisonFormat: ExpressibleByArgument {}
