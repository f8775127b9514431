/// The tables of one origin: those that the binary holds, or a folder of imported ones laid over them.
package struct CatalogLayer: Sendable {
    /// Finds a file by its path, such as `ec2-prices/eu-west-1.tsv`.
    private let file: @Sendable (String) -> CatalogBytes?
    /// The regions that have EC2 prices, sorted by name.
    let regions: [String]
    let isBuiltIn: Bool

    /// The tables inside the binary.
    static let builtIn = CatalogLayer(
        file: EmbeddedCatalog.file, regions: EmbeddedCatalog.names(in: "ec2-prices"), isBuiltIn: true)

    private init(file: @escaping @Sendable (String) -> CatalogBytes?, regions: [String], isBuiltIn: Bool) {
        self.file = file
        self.regions = regions
        self.isBuiltIn = isBuiltIn
    }

    /// Tables of files, by their paths below the folder.
    ///
    /// The bytes are kept for the rest of the process: a run loads each folder once.
    /// - Throws: what makes a table unfit for lookups.
    package init(files: [String: [UInt8]]) throws(CatalogTableError) {
        var tables: [String: CatalogBytes] = [:]
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            try CatalogTableError.check(bytes, path: path)
            tables[path] = CatalogBytes(keeping: bytes)
        }
        let held = tables
        let regions = files.keys.compactMap { path in
            path.hasPrefix("ec2-prices/") && path.hasSuffix(".tsv") ? String(path.dropFirst(11).dropLast(4)) : nil
        }
        self.init(file: { held[$0] }, regions: regions.sorted(), isBuiltIn: false)
    }

    func table(_ path: String) -> CatalogTable? {
        file(path).map { CatalogTable(bytes: $0) }
    }

    /// The EC2 prices of a region; the name may come from a user.
    func ec2Table(_ region: String) -> CatalogTable? {
        regions.contains(region) ? table("ec2-prices/\(region).tsv") : nil
    }

    /// The date and name behind a key of the layer's own provenance table.
    func source(_ key: String?) -> (asOf: String?, name: String?) {
        guard let key, let row = table("provenance.tsv")?.row(key) else { return (nil, nil) }
        return (row.text(2), row.text(4))
    }
}
