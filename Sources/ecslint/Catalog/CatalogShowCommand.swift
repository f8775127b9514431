import ArgumentParser
import InstanceCatalog
import Reports
import Workspace

struct CatalogShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One instance type: what it has and what it costs.")

    @Argument(help: "Instance type, such as m6i.large.", completion: .instanceTypes)
    var instanceType: String

    @Option(help: "Region whose prices are shown; all regions without it.", completion: .regions)
    var region: String?

    @OptionGroup var flags: CatalogFlags

    func run() throws {
        let catalog = try flags.load()
        guard let type = catalog.instanceType(instanceType) else {
            throw CommandFailure("The catalog does not hold the instance type '\(instanceType)'; see `ecslint catalog list`.")
        }
        if let region, !catalog.knows(region: region) {
            throw CommandFailure(
                "The catalog has no prices for the region '\(region)'. It knows \(catalog.regions.joined(separator: ", ")).")
        }
        try FileWriter().writeToStandardOutput(
            CatalogText.show(type, regions: region.map { [$0] } ?? catalog.regions, catalog: catalog))
    }
}
