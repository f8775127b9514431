/// Packs tasks of several kinds onto equal instances: first fit, the largest kind first.
///
/// Tasks of one kind are placed together, so that a thousand million of them cost no more time than ten.
package struct BinPacking: Hashable, Sendable {
    /// Tasks of one service.
    package struct Kind: Hashable, Sendable {
        /// What each of the tasks takes.
        package let task: TaskDemand
        /// How many of them are placed, 0 or more.
        package let count: Int

        /// Creates a kind; a negative count is none.
        package init(_ task: TaskDemand, count: Int) {
            self.task = task
            self.count = max(0, count)
        }
    }

    /// The instances that first fit, largest first, takes.
    package let instances: Int
    /// What no packing can do with less: the largest of the sums of a need by what an instance offers of it.
    package let lowerBound: Int

    /// - Parameter host: what an instance offers to tasks, after its daemons.
    /// - Returns: `nil` when a task never fits, or a limit that one needs is unknown.
    package init?(_ kinds: [Kind], on host: HostOffer) {
        let wanted = kinds.filter { $0.count > 0 }
        let fits = wanted.map { Placement(of: $0.task, on: host).tasksPerInstance }
        guard fits.allSatisfy({ ($0 ?? 0) > 0 }) else { return nil }
        lowerBound = Self.lowerBound(wanted, host)
        let bySize = wanted.sorted { Self.size($0.task, host) > Self.size($1.task, host) }
        var count = Self.bins(of: bySize, host)
        // Tasks that spread themselves over instances leave room beside them: whichever order takes fewer instances counts.
        let spreading = bySize.filter(\.task.takesInstanceForItself)
        if count > lowerBound, !spreading.isEmpty {
            count = min(count, Self.bins(of: spreading + bySize.filter { !$0.task.takesInstanceForItself }, host))
        }
        instances = count
    }

    private static func bins(of kinds: [Kind], _ host: HostOffer) -> Int {
        var bins: [(rest: HostOffer, count: Int)] = []
        for kind in kinds { place(kind, into: &bins, host: host) }
        return bins.reduce(0) { $0.saturatingAdding($1.count) }
    }

    private static func place(_ kind: Kind, into bins: inout [(rest: HostOffer, count: Int)], host: HostOffer) {
        var left = kind.count
        var result: [(rest: HostOffer, count: Int)] = []
        for bin in bins {
            place(kind.task, &left, on: bin, &result)
        }
        if left > 0, let each = Placement(of: kind.task, on: host).tasksPerInstance, each > 0 {
            place(kind.task, &left, on: (host, left.ceilingDivided(by: each)), &result)
        }
        bins = result
    }

    /// Fills equal instances one after another; at most one of them ends up partly filled.
    private static func place(
        _ task: TaskDemand, _ left: inout Int, on bin: (rest: HostOffer, count: Int),
        _ result: inout [(rest: HostOffer, count: Int)]
    ) {
        let each = Placement(of: task, on: bin.rest).tasksPerInstance ?? 0
        guard left > 0, each > 0 else {
            result.append(bin)
            return
        }
        let full = min(bin.count, left / each)
        if full > 0 { result.append((bin.rest.remaining(after: task, times: each), full)) }
        left -= full * each
        guard full < bin.count else { return }
        if left > 0 { result.append((bin.rest.remaining(after: task, times: left), 1)) }
        let untouched = bin.count - full - (left > 0 ? 1 : 0)
        if untouched > 0 { result.append((bin.rest, untouched)) }
        left = 0
    }

    private struct Dimension {
        let need: Int
        let offer: Int
    }

    private static func dimensions(_ task: TaskDemand, _ host: HostOffer) -> [Dimension] {
        [
            Dimension(need: task.memoryMiB, offer: host.memoryMiB), Dimension(need: task.cpuUnits, offer: host.cpuUnits),
            Dimension(need: task.networkMode == .awsvpc ? 1 : 0, offer: host.networkInterfaceSlots ?? 0),
            Dimension(need: task.gpus, offer: host.gpus ?? 0),
        ]
    }

    /// The largest share of an instance that the task takes, in millionths.
    private static func size(_ task: TaskDemand, _ host: HostOffer) -> Int {
        dimensions(task, host).map { $0.offer > 0 ? $0.need.saturatingMultiplied(by: 1_000_000) / $0.offer : 0 }.max() ?? 0
    }

    private static func lowerBound(_ kinds: [Kind], _ host: HostOffer) -> Int {
        var bound = kinds.filter { $0.task.takesInstanceForItself }.map(\.count).max() ?? 0
        var byPort: [HostPort: Int] = [:]
        for kind in kinds where kind.task.networkMode != .awsvpc {
            for port in kind.task.hostPorts { byPort[port] = (byPort[port] ?? 0).saturatingAdding(kind.count) }
        }
        bound = max(bound, byPort.values.max() ?? 0)
        for (position, dimension) in dimensions(TaskDemand(cpuUnits: 0, memoryMiB: 0), host).enumerated()
        where dimension.offer > 0 {
            let sum = kinds.reduce(Int128(0)) { sum, kind in
                sum + Int128(dimensions(kind.task, host)[position].need) * Int128(kind.count)
            }
            bound = max(bound, Int(clamping: (sum + Int128(dimension.offer) - 1) / Int128(dimension.offer)))
        }
        return bound
    }
}

extension TaskDemand {
    /// Whether no second task of the same service may stand on its instance.
    var takesInstanceForItself: Bool { needsDistinctInstance || (usesStaticHostPort && networkMode != .awsvpc) }
}

extension HostOffer {
    /// What is left once so many tasks run.
    func remaining(after task: TaskDemand, times count: Int) -> HostOffer {
        var rest = self
        rest.cpuUnits = rest.cpuUnits.saturatingSubtracting(task.cpuUnits.saturatingMultiplied(by: count))
        rest.memoryMiB = rest.memoryMiB.saturatingSubtracting(task.memoryMiB.saturatingMultiplied(by: count))
        rest.gpus = rest.gpus.map { $0.saturatingSubtracting(task.gpus.saturatingMultiplied(by: count)) }
        if task.networkMode != .awsvpc { rest.takenPorts.formUnion(task.hostPorts) }
        if task.networkMode == .awsvpc {
            rest.networkInterfaceSlots = rest.networkInterfaceSlots.map { $0.saturatingSubtracting(count) }
        }
        return rest
    }
}
