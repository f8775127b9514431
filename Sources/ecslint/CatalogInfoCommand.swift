import ArgumentParser
import InstanceCatalog
import Reports
import Workspace

struct CatalogInfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Sources, their dates and how many figures rest on each.")

    func run() throws {
        try FileWriter().writeToStandardOutput(CatalogText.info(.builtIn))
    }
}
