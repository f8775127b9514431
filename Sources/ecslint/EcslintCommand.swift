import ArgumentParser

@main
struct EcslintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ecslint", abstract: "A linter and cost calculator for queue workers on Amazon ECS.",
        subcommands: [CostCommand.self, CatalogCommand.self])
}
