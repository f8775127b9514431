import InstanceCatalog
import Text

/// Brings a user's prices into a catalog folder.
package struct CatalogImporter: Sendable {
    /// What an import did.
    package struct Outcome: Sendable {
        /// The catalog's folder, as it was given.
        package let folder: String
        /// How many instance types the files held.
        package let instanceTypes: Int
        /// How many prices of types on demand with Linux, each region counted for itself.
        package let onDemandPrices: Int
        /// The same with Windows.
        package let windowsPrices: Int
        /// How many types have a Spot price, each region counted for itself.
        package let spotPrices: Int
        /// How many pairs of region and platform have rates of Fargate.
        package let fargateRates: Int
        /// Of volumes and addresses.
        package let otherPrices: Int
    }

    private let folder: String
    private let region: String?
    private let discountPercent: Decimal
    private let today: CivilDay

    /// - Parameters:
    ///   - folder: made when it is not there; what it holds stays unless a newer figure replaces it.
    ///   - region: of a CSV of rates without a region column.
    ///   - discountPercent: off every on-demand price that is read, 0...100.
    package init(folder: String, region: String? = nil, discountPercent: Decimal = .zero, today: CivilDay) {
        self.folder = folder
        self.region = region
        self.discountPercent = discountPercent
        self.today = today
    }

    /// Reads every file first, so that a bad one changes nothing; then replaces the tables, each at once.
    ///
    /// - Throws: what is wrong with a file or with the folder.
    package func run(_ paths: [String]) throws(ConfigurationError) -> Outcome {
        do {
            var prices = CatalogImport(region: region, discountPercent: discountPercent, today: today)
            for path in paths {
                let stream = try FileStream(path)
                try prices.read(file: path) { try stream.next() }
            }
            guard !prices.isEmpty else {
                throw ImportError(
                    file: paths.first ?? folder, message: "no price that the catalog holds and no instance type is in it")
            }
            let exists = Platform.kind(of: folder, followingLinks: true) == .folder
            let tables = try prices.merged(into: exists ? CatalogFolders.files(in: folder, reader: FileReader()) : [:])
            try write(tables)
            let counts = prices.counts
            return Outcome(
                folder: folder, instanceTypes: counts.instanceTypes, onDemandPrices: counts.onDemand,
                windowsPrices: counts.windows,
                spotPrices: counts.spot, fargateRates: counts.fargate, otherPrices: counts.other)
        } catch let error as ImportError {
            let place = error.offset.map { " at byte \($0)" } ?? ""
            throw Self.failure(error.message + place, "Nothing was imported; correct the file or remove it.", file: error.file)
        } catch let error as CatalogTableError {
            throw Self.failure(
                "line \(error.line): \(error.message)", "Nothing was imported; remove the table or correct it.",
                file: PathName.join(folder, error.path))
        } catch let error as FileError {
            throw Self.failure(error.message, "Nothing was imported.", file: error.path)
        } catch {
            throw Self.failure("it cannot be imported", "Nothing was imported.", file: folder)
        }
    }

    /// The sources come first: a run that ends in between leaves tables whose figures all have one.
    private func write(_ tables: [String: [UInt8]]) throws(FileError) {
        try Platform.makeFolder(folder)
        try Platform.makeFolder(PathName.join(folder, "ec2-prices"))
        let sources = "provenance.tsv"
        for path in tables.keys.sorted(by: { ($0 == sources ? 0 : 1, $0) < ($1 == sources ? 0 : 1, $1) }) {
            if let bytes = tables[path] { try Platform.replace(PathName.join(folder, path), with: bytes) }
        }
    }

    private static func failure(_ message: String, _ help: String, file: String) -> ConfigurationError {
        ConfigurationError([Diagnostic(code: "import", message: message, help: help, file: file)])
    }
}
