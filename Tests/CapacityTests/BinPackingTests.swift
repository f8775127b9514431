import Capacity
import Testing

@Suite struct BinPackingTests {
    private let host = HostOffer(cpuUnits: 2048, memoryMiB: 4096, networkInterfaceSlots: 3, gpus: 1)

    /// The scheduler in miniature: one task after another onto the first instance with room, the largest kinds first.
    private func placedOneByOne(_ kinds: [BinPacking.Kind], on host: HostOffer) -> Int {
        func share(_ task: TaskDemand) -> Double {
            max(
                Double(task.memoryMiB) / Double(host.memoryMiB), Double(task.cpuUnits) / Double(host.cpuUnits),
                task.networkMode == .awsvpc ? 1 / Double(host.networkInterfaceSlots ?? 1) : 0,
                Double(task.gpus) / Double(host.gpus ?? 1))
        }
        struct Bin { var cpu: Int, memory: Int, interfaces: Int, gpus: Int, taken: Set<Int> = [] }
        var bins: [Bin] = []
        for (kind, item) in kinds.enumerated().sorted(by: { share($0.element.task) > share($1.element.task) }) {
            let task = item.task
            let isAlone = task.needsDistinctInstance
            for _ in 0..<item.count {
                let interfaces = task.networkMode == .awsvpc ? 1 : 0
                var place = bins.firstIndex {
                    $0.cpu >= task.cpuUnits && $0.memory >= task.memoryMiB && $0.interfaces >= interfaces && $0.gpus >= task.gpus
                        && !(isAlone && $0.taken.contains(kind))
                }
                if place == nil {
                    bins.append(
                        Bin(
                            cpu: host.cpuUnits, memory: host.memoryMiB, interfaces: host.networkInterfaceSlots ?? 0,
                            gpus: host.gpus ?? 0))
                    place = bins.count - 1
                }
                guard let place else { continue }
                bins[place].cpu -= task.cpuUnits
                bins[place].memory -= task.memoryMiB
                bins[place].interfaces -= interfaces
                bins[place].gpus -= task.gpus
                bins[place].taken.insert(kind)
            }
        }
        return bins.count
    }

    @Test func agreesWithASchedulerThatPlacesOneByOne() throws {
        var generator = RepeatableGenerator(state: 42)
        for _ in 0..<400 {
            let kinds = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                BinPacking.Kind(
                    TaskDemand(
                        cpuUnits: 64 * Int.random(in: 1...20, using: &generator),
                        memoryMiB: 101 * Int.random(in: 1...30, using: &generator),
                        gpus: Int.random(in: 0...9, using: &generator) == 0 ? 1 : 0,
                        networkMode: Bool.random(using: &generator) ? .awsvpc : .bridge,
                        needsDistinctInstance: Int.random(in: 0...5, using: &generator) == 0),
                    count: Int.random(in: 0...40, using: &generator))
            }
            let packing = try #require(BinPacking(kinds, on: host))
            let plain = placedOneByOne(kinds, on: host)
            // Tasks that spread themselves may go first, which takes fewer instances and never more.
            if kinds.contains(where: \.task.needsDistinctInstance) {
                #expect(packing.instances <= plain, "\(kinds)")
            } else {
                #expect(packing.instances == plain, "\(kinds)")
            }
            #expect(packing.lowerBound <= packing.instances)
        }
    }

    @Test func aHostPortIsOneServicesOnAnInstance() throws {
        var web = TaskDemand(cpuUnits: 64, memoryMiB: 100, usesStaticHostPort: true)
        web.hostPorts = [HostPort(8080)]
        var other = web
        other.hostPorts = [HostPort(8081)]
        var udp = web
        udp.hostPorts = [HostPort(8080, isUDP: true)]
        let same = try #require(BinPacking([.init(web, count: 2), .init(web, count: 3)], on: host))
        #expect(same.instances == 5 && same.lowerBound == 5)
        for different in [other, udp] {
            let packing = try #require(BinPacking([.init(web, count: 2), .init(different, count: 3)], on: host))
            #expect(packing.instances == 3 && packing.lowerBound == 3)
        }
        // Tasks without a port stand beside them.
        let plain = TaskDemand(cpuUnits: 64, memoryMiB: 100)
        #expect(BinPacking([.init(plain, count: 10), .init(web, count: 5)], on: host)?.instances == 5)
        // Port 22 belongs to the instance itself.
        web.hostPorts = [HostPort(22)]
        #expect(BinPacking([.init(web, count: 1)], on: host) == nil)
    }

    @Test func oneKindIsThePlainDivision() throws {
        let task = TaskDemand(cpuUnits: 200, memoryMiB: 600)
        for count in 0...50 {
            let each = try #require(Placement(of: task, on: host).tasksPerInstance)
            #expect(BinPacking([.init(task, count: count)], on: host)?.instances == (count + each - 1) / each)
        }
    }

    @Test func smallTasksFillTheGapsOfLargeOnes() {
        let large = TaskDemand(cpuUnits: 1024, memoryMiB: 3000)
        let small = TaskDemand(cpuUnits: 128, memoryMiB: 1000)
        #expect(BinPacking([.init(small, count: 4), .init(large, count: 4)], on: host)?.instances == 4)
        #expect(BinPacking([.init(small, count: 4), .init(large, count: 4)], on: host)?.lowerBound == 4)
    }

    @Test func aTaskThatNeverFitsHasNoPacking() {
        #expect(BinPacking([.init(TaskDemand(cpuUnits: 4096, memoryMiB: 1), count: 1)], on: host) == nil)
        #expect(BinPacking([.init(TaskDemand(cpuUnits: 4096, memoryMiB: 1), count: 0)], on: host)?.instances == 0)
    }

    @Test func aThousandMillionTasksArePlacedTogether() {
        let kinds = [
            BinPacking.Kind(TaskDemand(cpuUnits: 1024, memoryMiB: 1024), count: 1_000_000_000),
            .init(TaskDemand(cpuUnits: 100, memoryMiB: 700), count: 1_000_000_000),
        ]
        let packing = BinPacking(kinds, on: host)
        #expect((packing?.instances ?? 0) >= 500_000_000)
    }
}

/// The same numbers in every run (SplitMix64).
private struct RepeatableGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
