import Capacity
import InstanceCatalog

/// What the functions of the calculator need beside the model.
public struct CalculatorContext: Sendable {
    public var catalog: InstanceCatalog
    /// Memory in MiB that a plan keeps for the host itself; document 000 keeps 1024.
    public var hostMemoryMiB: Int
    /// The region whose prices count.
    public var region: RegionChoice

    public static let usualHostMemoryMiB = 1024

    public init(
        catalog: InstanceCatalog = .builtIn, hostMemoryMiB: Int = CalculatorContext.usualHostMemoryMiB,
        region: RegionChoice = .assumed
    ) {
        self.catalog = catalog
        self.hostMemoryMiB = hostMemoryMiB
        self.region = region
    }
}
