import ArgumentParser
import InstanceCatalog
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

            Ends with 1 when a new finding fails or a gate on the cost is not kept, with 2 when one of the two cannot be checked.
            """)

    @Argument(help: "OLD and NEW; with --git at most the path to compare.", completion: .file())
    var states: [String] = []

    @Option(help: ArgumentHelp("The git revision to compare the files with.", valueName: "revision"))
    var git: String?

    @OptionGroup var project: ProjectFlags
    @OptionGroup var rules: RuleFlags

    @Option(help: "The most that the new state may cost, in US dollars a month at the usual number of tasks.")
    var budget: String?

    @Option(help: ArgumentHelp("The most that it may cost more: 50 US dollars a month, or 10%.", valueName: "amount"))
    var maxIncrease: String?

    @Option(help: "How to write the result.")
    var format: ComparisonFormat = .text

    func validate() throws {
        if git == nil, states.count != 2 { throw ValidationError("Name OLD and NEW, or one path with --git REVISION.") }
        if let budget, Decimal(budget) == nil {
            throw ValidationError("--budget is US dollars a month, such as 500, not '\(budget)'.")
        }
        if let maxIncrease, CostGate.increase(maxIncrease) == nil {
            throw ValidationError(
                "--max-increase is US dollars a month or a percentage, such as 50 or 10%, not '\(maxIncrease)'.")
        }
        if git != nil, states.count > 1 { throw ValidationError("With --git name one path at most.") }
    }

    func run() throws {
        let newer = git == nil ? states[1] : states.first ?? "."
        let old = try ComparisonSide(git ?? states[0], comparedWith: newer)
        let new = try ComparisonSide(newer, comparedWith: git == nil ? states[0] : nil)
        var comparison = try ComparisonSession(
            rules.options(for: project.options(paths: [])), old: old, new: new
        ).run()
        comparison.gates = [budget.flatMap { Decimal($0) }.map(CostGate.budget), maxIncrease.flatMap(CostGate.increase)]
            .compactMap(\.self)
        let style = format == .text && Terminal.prefersColor ? TextStyle.colored : .plain
        try FileWriter().writeToStandardOutput(comparison.rendered(as: format, style: style))
        if comparison.exitStatus != .success { throw ExitCode(comparison.exitStatus.rawValue) }
    }
}

extension ComparisonFormat: ExpressibleByArgument {}
