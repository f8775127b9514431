import CEL
import Capacity
import InstanceCatalog

/// What the functions of rules need beside the model.
package struct CalculatorContext: Sendable {
    /// Instance types, prices and Fargate's sizes.
    package var catalog: InstanceCatalog
    /// Memory in MiB that a plan keeps for the host itself, where somebody says it; `nil` for the usual (`HostMemory`).
    package var hostMemoryMiB: Int?
    /// The region whose prices count.
    package var region: RegionChoice
    /// What expressions know of the time zones of places.
    package var timeZones: TimeZoneSource

    /// Creates a context; without time zones only UTC and fixed offsets are known.
    package init(
        catalog: InstanceCatalog = .builtIn, hostMemoryMiB: Int? = nil,
        region: RegionChoice = .assumed, timeZones: TimeZoneSource = .none
    ) {
        self.catalog = catalog
        self.hostMemoryMiB = hostMemoryMiB
        self.region = region
        self.timeZones = timeZones
    }

    /// What a plan counts on of an instance.
    func plannedHost(_ type: InstanceType, trunking: Bool = false) -> HostOffer {
        .planned(type, memory: catalog.registeredMemory(of: type), hostMemoryMiB: hostMemoryMiB, trunking: trunking)
    }
}
