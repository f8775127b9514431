import ArgumentParser
import Capacity
import InstanceCatalog
import Reports
import Text
import Workspace

struct CatalogListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Instance types by name, with filters.")

    @Option(parsing: .unconditional, help: "Only types with this many vCPUs: N, or MIN:MAX.", transform: Self.range)
    var vcpus: ClosedRange<Int>?

    @Option(
        parsing: .unconditional, help: "Only types with this much memory in MiB: N, or MIN:MAX; 4GB is understood.",
        transform: Self.memoryRange)
    var memory: ClosedRange<Int>?

    @Option(help: "Only types of this architecture: x86_64 or arm64.", transform: CostArgument.architecture)
    var arch: ProcessorArchitecture?

    @Option(help: "Region whose prices are shown; default us-east-1.", completion: .regions)
    var region: String = "us-east-1"

    @Option(
        parsing: .unconditional, help: "Only types at or below this on-demand price in US dollars an hour.",
        transform: CostArgument.decimal)
    var maxPrice: Decimal?

    @Flag(help: "Only types whose on-demand price is at most \(PriceAge.limit) days old.")
    var currentPrice = false

    @Option(
        parsing: .unconditional,
        help: "Only types that Spot interrupts at most this often in a month: 5, 10, 15, 20 or any percent.")
    var interruption: Int?

    @OptionGroup var flags: CatalogFlags

    func validate() throws {
        if let maxPrice, maxPrice < 0 {
            throw ValidationError("--max-price is 0 or more, not \(maxPrice).")
        }
        if let interruption, !(0...100).contains(interruption) {
            throw ValidationError("--interruption is 0 to 100 percent, not \(interruption).")
        }
    }

    func run() throws {
        let catalog = try flags.load()
        guard catalog.knows(region: region) else {
            throw CommandFailure(
                "The catalog has no prices for the region '\(region)'. It knows \(catalog.regions.joined(separator: ", ")).")
        }
        let today = Clock.today
        let types = catalog.instanceTypes.filter { matches($0) && matchesPrices($0, in: catalog, on: today) }
        try FileWriter().writeToStandardOutput(CatalogText.list(types, region: region, catalog: catalog, today: today))
    }

    private func matches(_ type: InstanceType) -> Bool {
        (vcpus?.contains(type.vcpus) ?? true) && (memory?.contains(type.memoryMiB) ?? true)
            && (arch.map { $0 == type.architecture } ?? true)
    }

    private func matchesPrices(_ type: InstanceType, in catalog: InstanceCatalog, on today: CivilDay) -> Bool {
        if maxPrice != nil || currentPrice {
            guard let price = catalog.onDemandPrice(of: type.name, in: region) else { return false }
            if let maxPrice, price.usd > maxPrice { return false }
            if currentPrice, price.asOf == nil || PriceAge.excess(of: price.asOf, on: today) != nil { return false }
        }
        guard let interruption else { return true }
        return catalog.spotSaving(of: type.name, in: region)?.mostInterruptedPercent.map { $0 <= interruption } ?? false
    }

    private static func range(_ text: String) throws -> ClosedRange<Int> {
        try bounds(text) { part in
            guard let number = Int(part), number >= 0 else { throw ValidationError("Write N or MIN:MAX, such as 4 or 2:8.") }
            return number
        }
    }

    private static func memoryRange(_ text: String) throws -> ClosedRange<Int> {
        try bounds(text, CostArgument.hostMemory)
    }

    private static func bounds(_ text: String, _ read: (String) throws -> Int) throws -> ClosedRange<Int> {
        let parts = try text.split(separator: ":", omittingEmptySubsequences: false).map { try read(String($0)) }
        guard let least = parts.first, let most = parts.last, parts.count <= 2, least <= most else {
            throw ValidationError("Write N or MIN:MAX, the smaller first.")
        }
        return least...most
    }
}
