import ArgumentParser
import Workspace

@main
struct EcslintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ecslint", abstract: "A linter and cost calculator for queue workers on Amazon ECS.",
        version: ToolVersion.current,
        subcommands: [LintCommand.self, CostCommand.self, ExplainCommand.self, RulesCommand.self, CatalogCommand.self],
        defaultSubcommand: LintCommand.self)
}
