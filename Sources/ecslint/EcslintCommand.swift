import ArgumentParser
import Workspace

@main
struct EcslintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ecslint", abstract: "A linter and cost calculator for queue workers on Amazon ECS.",
        version: ToolVersion.current, subcommands: [LintCommand.self, ExplainCommand.self, RulesCommand.self],
        defaultSubcommand: LintCommand.self)
}
