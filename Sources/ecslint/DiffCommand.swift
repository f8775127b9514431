import ArgumentParser
import Reports
import Workspace

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "What a change of templates makes better, worse and dearer.",
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

    @OptionGroup var templates: TemplateFlags

    @Option(help: "The region that the stacks are for.")
    var region: String?

    @Option(help: ArgumentHelp("A folder of your own rules; repeatable.", valueName: "folder"), completion: .directory)
    var rules: [String] = []

    @Option(
        help: ArgumentHelp("Only these rules: ids, names, or prefixes such as SQS; with commas or repeated.", valueName: "rules"))
    var select: [String] = []

    @Option(
        help: ArgumentHelp(
            "Without these rules: ids, names, or prefixes such as SQS; with commas or repeated.", valueName: "rules"))
    var ignore: [String] = []

    @Option(help: ArgumentHelp("The lowest severity of a new finding that ends with 1.", valueName: "severity"))
    var failOn: FailureThreshold?

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
        let comparison = try ComparisonSession(options, old: old, new: new).run()
        let style = format == .text && Terminal.prefersColor ? TextStyle.colored : .plain
        try FileWriter().writeToStandardOutput(comparison.rendered(as: format, style: style))
        if comparison.exitStatus != .success { throw ExitCode(comparison.exitStatus.rawValue) }
    }

    private var options: LintOptions {
        var options = LintOptions()
        options.configurationPath = templates.config
        options.parameters = templates.parameters
        options.readsTerraformLanguage = templates.tf
        options.region = region
        options.ruleFolders = rules
        options.select = select.flatMap { $0.split(separator: ",").map(String.init) }
        options.ignore = ignore.flatMap { $0.split(separator: ",").map(String.init) }
        options.failOn = failOn
        return options
    }
}

extension ComparisonFormat: ExpressibleByArgument {}
