import ArgumentParser
import InstanceCatalog
import Reports
import Workspace

struct CatalogInfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Sources and their dates; how old the prices of each region are and which are missing.")

    @OptionGroup var flags: CatalogFlags

    func run() throws {
        try FileWriter().writeToStandardOutput(CatalogText.info(try flags.load(), today: Clock.today))
    }
}
