import ArgumentParser

struct CatalogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog",
        abstract: "Instance types and prices that the binary holds or that you imported, and how old they are.",
        subcommands: [
            CatalogInfoCommand.self, CatalogShowCommand.self, CatalogListCommand.self, CatalogImportCommand.self,
        ])
}
