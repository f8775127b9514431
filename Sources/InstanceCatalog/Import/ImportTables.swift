/// The tables of a catalog folder while prices are laid into them.
struct ImportTables {
    enum Table: Hashable {
        case instanceTypes
        case ec2Prices(region: String)
        case fargateRates
        case otherPrices
        case provenance

        var path: String {
            switch self {
            case .instanceTypes: "instance-types.tsv"
            case .ec2Prices(let region): "ec2-prices/\(region).tsv"
            case .fargateRates: "fargate-rates.tsv"
            case .otherPrices: "other-prices.tsv"
            case .provenance: "provenance.tsv"
            }
        }

        /// The columns behind the first, as `scripts/build-catalog` writes them; those of Windows are imported only.
        var columns: [String] {
            switch self {
            case .instanceTypes:
                [
                    "vcpus", "memory-mib", "architecture", "gpus", "gpu-memory-mib", "bare-metal", "burstable", "spot",
                    "max-enis", "trunking", "awsvpc-tasks", "awsvpc-tasks-with-trunking", "eni-key", "key", "awsvpc-worked-out",
                ]
            case .ec2Prices:
                [
                    "on-demand-usd-hour", "on-demand-key", "spot-saving-percent", "interruption-band", "spot-saving-key",
                    "spot-usd-hour", "spot-price-key", "windows-usd-hour", "windows-key",
                ]
            case .fargateRates:
                [
                    "vcpu-usd-hour", "gb-usd-hour", "spot-vcpu-usd-hour", "spot-gb-usd-hour", "ephemeral-gb-usd-hour", "as-of",
                    "spot-as-of", "key",
                ]
            case .otherPrices: ["unit", "usd", "key"]
            case .provenance: ["dataset", "as-of", "figures", "source"]
            }
        }

        var firstColumn: String {
            switch self {
            case .instanceTypes, .ec2Prices: "instance-type"
            case .fargateRates: "region/architecture"
            case .otherPrices: "item/region"
            case .provenance: "key"
            }
        }
    }

    private let files: [String: [UInt8]]
    private var tables: [Table: [String: [String]]] = [:]
    /// How many figures of this import rest on each source.
    private var figures: [String: Int] = [:]

    init(_ files: [String: [UInt8]]) {
        self.files = files
    }

    mutating func set(_ columns: [String], for name: String, in table: Table) {
        load(table)
        tables[table]?[name] = columns
    }

    mutating func update(_ name: String, in table: Table, _ change: (inout [String]) -> Void) {
        load(table)
        var columns = tables[table]?[name] ?? []
        columns += Array(repeating: "", count: max(0, table.columns.count - columns.count))
        change(&columns)
        tables[table]?[name] = columns
    }

    /// The key of a source for so many figures; a new one when the folder does not have it yet.
    mutating func key(dataset: String, asOf: String, source: String, figures count: Int = 1) -> String {
        load(.provenance)
        let known = tables[.provenance] ?? [:]
        let entry = known.first { $0.value.count == 4 && $0.value[0] == dataset && $0.value[1] == asOf && $0.value[3] == source }
        let digits = String(known.count + 1)
        let key = entry?.key ?? "u" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
        let sum = (figures[key] ?? 0) + count
        figures[key] = sum
        // An import of the same source again replaces what it brought before.
        tables[.provenance]?[key] = [dataset, asOf, String(sum), source]
        return key
    }

    /// The content of every table that was touched, sorted by the bytes of its first column.
    var changed: [String: [UInt8]] {
        Dictionary(
            uniqueKeysWithValues: tables.map { table, rows in
                let header = "#" + ([table.firstColumn] + table.columns).joined(separator: "\t")
                let lines = rows.map { ([$0.key] + $0.value).joined(separator: "\t") }
                    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                return (table.path, Array(([header] + lines).map { $0 + "\n" }.joined().utf8))
            })
    }

    private mutating func load(_ table: Table) {
        guard tables[table] == nil else { return }
        var rows: [String: [String]] = [:]
        let text = String(decoding: files[table.path] ?? [], as: UTF8.self)
        for line in text.split(separator: "\n") where line.first != "#" {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if let name = cells.first { rows[name] = Array(cells.dropFirst()) }
        }
        tables[table] = rows
    }
}
