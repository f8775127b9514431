import CEL
import Capacity
import InstanceCatalog

/// What the functions of rules need beside the model.
package struct CalculatorContext: Sendable {
    /// Instance types, prices and Fargate's sizes.
    package var catalog: InstanceCatalog
    /// Memory in MiB that a plan keeps for the host itself; document 000 keeps 1024.
    package var hostMemoryMiB: Int
    /// The region whose prices count.
    package var region: RegionChoice
    /// What expressions know of the time zones of places.
    package var timeZones: TimeZoneSource

    /// MiB that document 000 keeps for the host: the value where the configuration says none.
    package static let usualHostMemoryMiB = 1024

    /// Creates a context; without time zones only UTC and fixed offsets are known.
    package init(
        catalog: InstanceCatalog = .builtIn, hostMemoryMiB: Int = CalculatorContext.usualHostMemoryMiB,
        region: RegionChoice = .assumed, timeZones: TimeZoneSource = .none
    ) {
        self.catalog = catalog
        self.hostMemoryMiB = hostMemoryMiB
        self.region = region
        self.timeZones = timeZones
    }
}
