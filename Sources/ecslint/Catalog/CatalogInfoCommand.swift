import ArgumentParser
import InstanceCatalog
import Reports
import Workspace

struct CatalogInfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Sources, their dates and how many figures rest on each.")

    @OptionGroup var flags: CatalogFlags

    func run() throws {
        try FileWriter().writeToStandardOutput(CatalogText.info(try flags.load()))
    }
}
