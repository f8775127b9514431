import ArgumentParser
import Capacity
import InstanceCatalog
import Workspace

struct CatalogImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring in prices and instance types of your own.",
        discussion: """
            Reads what the AWS CLI prints, offer files of the bulk price list (of any size), and a CSV of rates with the \
            columns instance_type, region and usd_per_hour. What is imported lies over the built-in catalog.

              aws ec2 describe-instance-types > types.json
              aws ec2 describe-spot-price-history --product-descriptions Linux/UNIX > spot.json
              aws pricing get-products --service-code AmazonEC2 --filters ... > prices.json
              ecslint catalog import types.json spot.json prices.json
              ecslint catalog import rates.csv --region eu-west-1 --catalog prices/

            A bad file changes nothing and ends with 2.
            """)

    @Argument(help: "Files to read; - is standard input.", completion: .file())
    var files: [String]

    @Option(
        help: ArgumentHelp("The folder to fill; default: $XDG_DATA_HOME/ecslint/catalog.", valueName: "dir"),
        completion: .directory)
    var catalog: String?

    @Option(help: "Region of a CSV of rates that has no region column.", completion: .regions)
    var region: String?

    @Option(
        parsing: .unconditional, help: "Percentage off every price that is read but those of Spot, 0 to 100.",
        transform: CostArgument.decimal)
    var discount: Decimal?

    func validate() throws {
        if let discount, discount < 0 || discount > 100 {
            throw ValidationError("--discount is 0 to 100, not \(discount).")
        }
    }

    func run() throws {
        guard let folder = catalog ?? CatalogFolders.userFolder else {
            throw CommandFailure("There is no home folder to keep prices in; name one with --catalog DIR.")
        }
        let importer = CatalogImporter(
            folder: folder, region: region, discountPercent: discount ?? .zero, today: Clock.today)
        let outcome = try importer.run(files)
        let parts = [
            (outcome.instanceTypes, "instance types"), (outcome.onDemandPrices, "on-demand prices"),
            (outcome.windowsPrices, "Windows prices"), (outcome.spotPrices, "Spot prices"),
            (outcome.fargateRates, "Fargate rates"), (outcome.otherPrices, "prices of volumes and addresses"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        try FileWriter().writeToStandardOutput("Imported \(parts.joined(separator: ", ")) into \(outcome.folder).\n")
    }
}
