import ArgumentParser
import Workspace

@main
struct EcslintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ecslint", abstract: "A linter and cost calculator for queue workers on Amazon ECS.",
        discussion: """
              ecslint infra/          check the templates of a folder
              ecslint cost infra/     what their services cost a month
              ecslint simulate infra/ whether they keep up
              ecslint graph infra/    what feeds what, and what shows it
              ecslint explain SQS007  what a rule means and how to fix what it finds
            """,
        version: ToolVersion.current,
        subcommands: [
            LintCommand.self, CostCommand.self, SimulateCommand.self, GraphCommand.self, DiffCommand.self, ExplainCommand.self,
            RulesCommand.self,
            CatalogCommand.self, InitCommand.self,
        ],
        defaultSubcommand: LintCommand.self)
}
