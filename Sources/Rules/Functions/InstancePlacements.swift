import CEL
import Capacity
import InstanceCatalog

/// How a task fits on an instance type, as planned and as the scheduler will place it.
struct InstancePlacements {
    let planned: Placement
    let placed: Placement

    static func make(
        _ task: ModelView, _ group: ModelView, _ type: InstanceType, _ context: CalculatorContext
    ) -> Read<InstancePlacements> {
        var reader = DemandReader()
        let demand = reader.demand(of: task)
        let daemons = reader.daemons(of: group)
        let reserved = reader.reservedMemory(of: group)
        if let unknown = reader.unknown { return .unknown(unknown) }
        let plannedHost = context.plannedHost(type)
        let placedHost = HostOffer.registered(
            type, memory: context.catalog.registeredMemory(of: type), ecsReservedMemoryMiB: reserved,
            trunking: true)
        return .known(
            InstancePlacements(
                planned: Placement(of: demand, on: plannedHost, daemons: daemons),
                placed: Placement(of: demand, on: placedHost, daemons: daemons, memory: .scheduled)))
    }

    /// Why there is no number.
    func unanswered(_ type: InstanceType) -> Unknown {
        let dimensions = Set(planned.unknown + placed.unknown).map(\.rawValue).sorted()
        return Unknown(
            dimensions.isEmpty
                ? "the task asks for no CPU and no memory, so nothing limits it"
                : "the catalog does not know the \(dimensions.joined(separator: " and ")) of \(type.name)")
    }
}
