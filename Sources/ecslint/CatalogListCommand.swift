import ArgumentParser
import InstanceCatalog
import Reports
import Workspace

struct CatalogListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Instance types by name, with filters.")

    @Option(help: "Only types with this many vCPUs: N, or MIN:MAX.", transform: Self.range)
    var vcpus: ClosedRange<Int>?

    @Option(help: "Only types with this much memory in MiB: N, or MIN:MAX; 4GB is understood.", transform: Self.memoryRange)
    var memory: ClosedRange<Int>?

    @Option(help: "Only types of this architecture: x86_64 or arm64.", transform: CostArgument.architecture)
    var arch: ProcessorArchitecture?

    @Option(help: "Region whose prices are shown; default us-east-1.")
    var region: String = "us-east-1"

    func run() throws {
        let catalog = InstanceCatalog.builtIn
        guard catalog.knows(region: region) else {
            throw CommandFailure(
                "The catalog has no prices for the region '\(region)'. It knows \(catalog.regions.joined(separator: ", ")).")
        }
        let types = catalog.instanceTypes.filter { type in
            (vcpus?.contains(type.vcpus) ?? true) && (memory?.contains(type.memoryMiB) ?? true)
                && (arch.map { $0 == type.architecture } ?? true)
        }
        try FileWriter().writeToStandardOutput(CatalogText.list(types, region: region, catalog: catalog))
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
