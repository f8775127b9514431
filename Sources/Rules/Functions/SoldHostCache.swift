import InstanceCatalog
import Synchronization

/// The types that a region sells and that a comparison may offer, read when a rule first compares and not again for each task.
final class SoldHostCache: Sendable {
    /// A type with its price of an hour on demand.
    struct Host: Sendable {
        let type: InstanceType
        let usd: Decimal
    }

    private let context: CalculatorContext
    private let known = Mutex<[Host]?>(nil)

    init(_ context: CalculatorContext) {
        self.context = context
    }

    /// Without bare metal and accelerators, and with a price not more than two years older than the newest of the catalog: what
    /// is still sold.
    var hosts: [Host] {
        known.withLock { known in
            let hosts = known ?? read()
            known = hosts
            return hosts
        }
    }

    private func read() -> [Host] {
        let oldest = context.catalog.newestOnDemandDate.flatMap(Self.twoYearsBefore)
        var hosts: [Host] = []
        context.catalog.forEachOnDemandPrice(in: context.region.name) { name, price in
            guard Self.isRecent(price, since: oldest), let type = context.catalog.instanceType(name), type.isBareMetal == false,
                (type.gpus ?? 0) == 0, (type.gpuMemoryMiB ?? 0) == 0
            else { return }
            hosts.append(Host(type: type, usd: price.usd))
        }
        return hosts
    }

    private static func isRecent(_ price: DatedPrice, since oldest: String?) -> Bool {
        guard let oldest else { return true }
        return price.asOf.map { $0 >= oldest } ?? false
    }

    private static func twoYearsBefore(_ date: String) -> String? {
        Int(date.prefix(4)).map { String($0 - 2) + date.dropFirst(4) }
    }
}
