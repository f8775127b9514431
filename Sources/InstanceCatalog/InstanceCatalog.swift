/// Instance types, sizes and prices, each with its date and source.
///
/// A lookup reads a few lines of tables that lie inside the binary; nothing is read before it is asked for.
/// What the catalog does not know is `nil`, never zero.
public struct InstanceCatalog: Sendable {
    /// Finds a file of the catalog by its path, such as `ec2-prices/eu-west-1.tsv`.
    private let file: @Sendable (String) -> CatalogBytes?
    /// The regions that have EC2 prices, sorted by name.
    public let regions: [String]

    /// The catalog that the binary holds.
    public static let builtIn = InstanceCatalog(
        file: EmbeddedCatalog.file, regions: EmbeddedCatalog.names(in: "ec2-prices"))

    init(file: @escaping @Sendable (String) -> CatalogBytes?, regions: [String]) {
        self.file = file
        self.regions = regions
    }

    func table(_ path: String) -> CatalogTable? {
        file(path).map { CatalogTable(bytes: $0) }
    }

    /// The name behind a key of the provenance table.
    func source(_ key: String?) -> (asOf: String?, name: String?) {
        guard let key, let row = table("provenance.tsv")?.row(key) else { return (nil, nil) }
        return (row.text(2), row.text(4))
    }

    /// All sources, sorted by dataset and date.
    public var sources: [CatalogSource] {
        var result: [CatalogSource] = []
        table("provenance.tsv")?.forEach { row in
            if let source = CatalogSource(row) { result.append(source) }
        }
        return result
    }
}
