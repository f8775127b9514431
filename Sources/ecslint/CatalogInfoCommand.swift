import ArgumentParser
import InstanceCatalog
import Reports

struct CatalogInfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Sources, their dates and how many figures rest on each.")

    func run() {
        Platform.writeToStandardOutput(CatalogText.info(.builtIn))
    }
}
