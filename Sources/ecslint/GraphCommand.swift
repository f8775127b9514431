import ArgumentParser
import Reports
import Workspace

struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "What feeds what: queues, workers, scaling and capacity, with the evidence.",
        discussion: """
            Says for each link what shows it and where that stands. A link that is not known is shown with the reason.

              ecslint graph infra/
              ecslint graph plan.json --format mermaid
              ecslint graph infra/ --format dot | dot -Tsvg > infra.svg

            Ends with 0, or with 2 when something could not be read.
            """)

    @OptionGroup var inputs: InputFlags

    @Option(help: "How the graph is written.")
    var format: GraphFormat = .text

    @OptionGroup var output: OutputFlag

    func run() throws {
        let result = try GraphResult(Project(inputs.options).input())
        let style = format == .text && output.output == nil && Terminal.prefersColor ? TextStyle.colored : .plain
        try output.write(result.rendered(as: format, style: style), "The graph")
        let trouble = LintResult(diagnostics: result.diagnostics, sources: result.sources)
        FileWriter().writeToStandardError(TextReport(trouble).troubleLines)
        if result.exitStatus != .success { throw ExitCode(result.exitStatus.rawValue) }
    }
}

extension GraphFormat: ExpressibleByArgument {}
