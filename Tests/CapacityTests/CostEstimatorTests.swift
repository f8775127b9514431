import Capacity
import InstanceCatalog
import Testing

@Suite struct CostEstimatorTests {
    private let worker = TaskDemand(cpuUnits: 200, memoryMiB: 128)

    private func estimate(
        _ task: TaskDemand, tasks: ScalingRange<Int?>, _ capacity: ServiceCapacity, region: String = "us-east-1"
    ) -> CostReport {
        let service = ServiceCostRequest(name: "worker", task: task, tasks: tasks, capacity: capacity)
        return CostEstimator.estimate(
            CostRequest(services: [service], region: RegionChoice(name: region, origin: .flag)))
    }

    private func onType(_ name: String, _ change: (inout EC2Capacity) -> Void = { _ in }) -> ServiceCapacity {
        var capacity = EC2Capacity(instances: .named([name]), daemons: [.cloudWatchAgent])
        change(&capacity)
        return .ec2(capacity)
    }

    private func range(_ minimum: Int, _ desired: Int, _ maximum: Int) -> ScalingRange<Int?> {
        ScalingRange(minimum: minimum, desired: desired, maximum: maximum)
    }

    @Test func document000() throws {
        let report = estimate(worker, tasks: range(12, 12, 18), onType("t3a.small"))
        let placement = try #require(report.services.first?.placements.first)
        #expect(placement.tasksPerInstance == 6)
        #expect(placement.tasksPlacedByECS == 9)
        #expect(placement.tasksIfReserved == 4)
        #expect(placement.instances == range(2, 2, 3))
        #expect(report.monthly.maximum == (try usd("41.172")))
        #expect(placement.wastePercent == (try usd("18.75")))
        #expect(placement.usdPerTaskMonth?.text(places: 4) == "2.2873")
        #expect(placement.differences.count == 1)
        #expect(!report.assumptions.contains { $0.contains("t3a.small") })
        #expect(report.catalogDates.onDemandAsOf == "2026-07-20")
        #expect(report.services[0].fargate?.onDemandMonthly.maximum?.text(places: 2) == "162.18")
    }

    @Test(arguments: [(3, 7, 18, 42), (2, 3, 12, 18)])
    func tasksOfAGroupAreItsInstancesTimesTheirTasks(minimum: Int, maximum: Int, least: Int, most: Int) throws {
        let perInstance = try #require(
            estimate(worker, tasks: range(1, 1, 1), onType("t3a.small")).services.first?.placements.first?.tasksPerInstance)
        #expect((minimum * perInstance, maximum * perInstance) == (least, most))
        let report = estimate(worker, tasks: range(least, least, most), onType("t3a.small"))
        #expect(report.services.first?.placements.first?.instances == range(minimum, minimum, maximum))
    }

    @Test func document001SplitsElevenTasksNineToTwo() throws {
        let capacity = FargateCapacity(strategy: [.init(.spot, base: 1, weight: 4), .init(.onDemand, weight: 1)])
        let report = estimate(
            TaskDemand(cpuUnits: 512, memoryMiB: 1024, networkMode: .awsvpc), tasks: ScalingRange(all: 11), .fargate(capacity))
        let split = try #require(report.services.first?.fargate?.split)
        #expect(split.spotTasks.desired == 9)
        #expect(split.onDemandTasks.desired == 2)
        #expect(report.monthly.desired == (try usd("87.66541895")))
        #expect(report.services[0].placements.isEmpty)
        #expect(report.catalogDates.fargateAsOf == "2026-09-29")
        #expect(report.diagnostics.isEmpty)
    }

    @Test func anUndocumentedRemainderIsAnAssumption() {
        let capacity = FargateCapacity(strategy: [.init(.spot, base: 1, weight: 4), .init(.onDemand, weight: 1)])
        let report = estimate(TaskDemand(cpuUnits: 512, memoryMiB: 1024), tasks: ScalingRange(all: 50), .fargate(capacity))
        #expect(report.services.first?.fargate?.split?.spotTasksInterval.desired == 40...41)
        #expect(report.assumptions.contains { $0.contains("40 to 41") })
    }

    @Test func fargateSpotWithoutARateIsSeventyPercentOffAndSaysSo() throws {
        let report = estimate(
            TaskDemand(cpuUnits: 1024, memoryMiB: 2048, architecture: .arm64), tasks: ScalingRange(all: 1),
            .fargate(FargateCapacity(strategy: [.init(.spot, weight: 1)])), region: "us-east-2")
        let onDemand = try #require(report.services.first?.fargate?.onDemandMonthly.desired ?? nil)
        #expect(report.monthly.desired == onDemand.percent(30))
        #expect(report.assumptions.contains { $0.contains("70 % off") })
    }

    @Test func fargateRefusesAnIllegalSize() {
        let report = estimate(TaskDemand(cpuUnits: 300, memoryMiB: 700), tasks: ScalingRange(all: 1), .fargate(.onDemand))
        #expect(report.diagnostics.map(\.code) == [.illegalFargateSize])
        #expect(report.services.first?.fargate?.size.memoryMiB == 1024)
    }

    @Test func anInvalidStrategyHasNoPrice() {
        let capacity = FargateCapacity(strategy: [.init(.spot), .init(.onDemand)])
        let report = estimate(TaskDemand(cpuUnits: 512, memoryMiB: 1024), tasks: ScalingRange(all: 1), .fargate(capacity))
        #expect(report.diagnostics.map(\.code) == [.invalidStrategy])
        #expect(report.monthly.desired == .some(nil))
    }

    @Test func ephemeralStorageWithoutAPriceMakesTheCostAtLeast() throws {
        let report = estimate(
            TaskDemand(cpuUnits: 512, memoryMiB: 1024), tasks: ScalingRange(all: 1),
            .fargate(FargateCapacity(strategy: [.init(.onDemand, weight: 1)], ephemeralStorageGiB: 50)), region: "eu-north-1")
        #expect(report.monthly.desired == (try usd("19.8195")))
        #expect(report.isAtLeast)
        #expect(report.diagnostics.map(\.code) == [.priceMissing])
    }

    @Test func aMissingPriceIsUnknownAndNeverZero() throws {
        let report = estimate(
            TaskDemand(cpuUnits: 256, memoryMiB: 512), tasks: ScalingRange(all: 14), onType("c8i.large"), region: "eu-west-1")
        let placement = try #require(report.services.first?.placements.first)
        #expect(placement.tasksPerInstance == 5)
        #expect(placement.instances.desired == 3)
        #expect(placement.onDemandHour == nil)
        #expect(report.monthly.desired == .some(nil))
        #expect(report.diagnostics.first?.code == .priceMissing)
        #expect(!report.hasTaskThatNeverFits)
    }

    @Test func aTaskThatNeverFitsHasNoInstances() throws {
        let report = estimate(TaskDemand(cpuUnits: 200, memoryMiB: 769), tasks: ScalingRange(all: 3), onType("t3a.small"))
        let placement = try #require(report.services.first?.placements.first)
        #expect(placement.tasksPerInstance == 0)
        #expect(placement.instances.desired == .some(nil))
        #expect(placement.wastePercent == nil)
        #expect(report.hasTaskThatNeverFits)
    }

    @Test func spotFromTheCatalogIsNamedAsIndicative() throws {
        let report = estimate(
            worker, tasks: ScalingRange(all: 42),
            onType("m5.large") { $0.distribution = InstanceDistribution(onDemandPercent: 0) })
        let placement = try #require(report.services.first?.placements.first)
        let saving = try #require(InstanceCatalog.builtIn.spotSaving(of: "m5.large", in: "us-east-1"))
        let onDemand = try #require(placement.onDemandHour)
        #expect(placement.spotHour == onDemand - onDemand.percent(saving.percent))
        #expect(report.assumptions.contains { $0.contains("indicative") })
        #expect(report.catalogDates.spotAsOf == "2025-06-28")
    }

    @Test func aGivenSpotPriceOrDiscountComesFirst() throws {
        let mixed = InstanceDistribution(onDemandBase: 2, onDemandPercent: 30)
        let priced = estimate(
            worker, tasks: ScalingRange(all: 42),
            onType("t3a.small") {
                $0.distribution = mixed
                $0.spot = .price(Decimal("0.0075") ?? 0)
            })
        #expect(priced.monthly.desired == (try usd("71.321")))
        let discounted = estimate(
            worker, tasks: ScalingRange(all: 42),
            onType("t3a.small") {
                $0.distribution = mixed
                $0.spot = .discount(65)
            })
        #expect(discounted.services.first?.placements.first?.spotHour == (try usd("0.00658")))
    }

    @Test func zonesAndTargetCapacityAddInstances() {
        let spread = estimate(worker, tasks: ScalingRange(all: 20), onType("t3a.small") { $0.zones = 3 })
        #expect(spread.services.first?.placements.first?.instances.desired == 5)
        let roomy = estimate(worker, tasks: ScalingRange(all: 30), onType("t3a.small") { $0.targetCapacityPercent = 80 })
        #expect(roomy.services.first?.placements.first?.instances.desired == 7)
    }

    @Test func theGroupsBoundsHoldAndLeaveTasksOut() throws {
        let report = estimate(
            worker, tasks: range(1, 12, 30),
            onType("t3a.small") {
                $0.minimumInstances = 2
                $0.maximumInstances = 3
            })
        #expect(report.services.first?.placements.first?.instances == range(2, 2, 3))
        let diagnostic = try #require(report.diagnostics.first { $0.code == .tasksNeverPlaced })
        #expect(diagnostic.message.hasPrefix("12 of 30 tasks"))
    }

    @Test func aGroupWhoseMaximumIsBelowItsMinimumIsSaid() throws {
        let report = estimate(
            worker, tasks: range(4, 4, 4),
            onType("t3a.small") {
                $0.minimumInstances = 3
                $0.maximumInstances = 1
            })
        #expect(report.diagnostics.map(\.code) == [.groupBoundsReversed])
    }

    @Test func reservedMemoryOfTheAgentIsTakenOffWhatECSPlaces() throws {
        let report = estimate(worker, tasks: ScalingRange(all: 18), onType("t3a.small") { $0.ecsReservedMemoryMiB = 1024 })
        let placement = try #require(report.services.first?.placements.first)
        #expect(placement.planned?.tasksPerInstance == 6)
        #expect(placement.tasksPlacedByECS == 4)
        // The plan never promises what ECS does not place.
        #expect(placement.tasksPerInstance == 4 && placement.instances.desired == 5)
        #expect(try #require(placement.differences.first).contains("less 1024 of ECS_RESERVED_MEMORY"))
    }

    @Test func anotherArchitectureIsSaid() {
        let report = estimate(worker, tasks: ScalingRange(all: 1), onType("m6g.large"))
        #expect(report.diagnostics.map(\.code) == [.architectureMismatch])
    }

    @Test func anOnDemandBaseWithoutSpotIsSaid() {
        let report = estimate(
            worker, tasks: ScalingRange(all: 1),
            onType("m5.large") {
                $0.distribution = InstanceDistribution(onDemandBase: 2)
            })
        #expect(report.diagnostics.map(\.code) == [.spotUnused])
    }

    @Test func windowsHasNoPriceInTheCatalog() {
        let task = TaskDemand(cpuUnits: 1024, memoryMiB: 2048, isWindows: true)
        for capacity in [onType("m5.large"), .fargate(.onDemand)] {
            let report = estimate(task, tasks: ScalingRange(all: 1), capacity)
            #expect(report.monthly.desired == .some(nil))
            #expect(report.diagnostics.contains { $0.code == .priceMissing })
        }
    }

    @Test func windowsCostsWhatWasImported() throws {
        let ec2 = "#instance-type\nm5.large" + String(repeating: "\t", count: 8) + "0.188\tu1\n"
        let fargate = "#region/architecture\nus-east-1/windows\t0.13748\t0.01005\t\t\t\t2026-11-01\t\tu1\n"
        let layer = try CatalogLayer(files: [
            "ec2-prices/us-east-1.tsv": Array(ec2.utf8), "fargate-rates.tsv": Array(fargate.utf8),
            "provenance.tsv": Array("#key\nu1\tWindows\t2026-11-01\t1\tprice list\n".utf8),
        ])
        let task = TaskDemand(cpuUnits: 1024, memoryMiB: 2048, isWindows: true)
        func estimate(_ capacity: ServiceCapacity) -> CostReport {
            let service = ServiceCostRequest(name: "worker", task: task, tasks: ScalingRange(all: 1), capacity: capacity)
            return CostEstimator.estimate(
                CostRequest(services: [service], region: RegionChoice(name: "us-east-1", origin: .flag)),
                catalog: InstanceCatalog.builtIn.overlaid(with: layer))
        }
        let onInstances = estimate(onType("m5.large"))
        #expect(onInstances.monthly.desired == (try usd("0.188")) * 730)
        #expect(onInstances.catalogDates.onDemandAsOf == "2026-11-01")
        let onFargate = estimate(.fargate(.onDemand))
        #expect(onFargate.monthly.desired == (try usd("0.15758")) * 730)
        #expect(onFargate.services.first?.fargate?.spotMonthly.desired == .some(nil))
        #expect(onFargate.diagnostics.isEmpty)
    }

    @Test func softLimitsWarnOfOvercommitment() throws {
        let task = TaskDemand(cpuUnits: 128, memoryMiB: 1024, softMemoryMiB: 512)
        let report = estimate(task, tasks: ScalingRange(all: 30), onType("m4.large"))
        #expect(report.services.first?.placements.first?.tasksPlacedByECS == 15)
        #expect(try #require(report.diagnostics.first).message.contains("1.99"))
    }

    @Test func rankingIsCheapestFirstAndOfTheArchitecture() throws {
        let capacity = EC2Capacity(instances: .cheapest(10), daemons: [.cloudWatchAgent])
        let task = TaskDemand(cpuUnits: 512, memoryMiB: 1024, architecture: .arm64)
        let report = estimate(task, tasks: ScalingRange(all: 40), .ec2(capacity))
        let placements = try #require(report.services.first?.placements)
        #expect(placements.count == 10)
        let prices = placements.compactMap(\.usdPerTaskMonth)
        #expect(prices.count == 10 && prices == prices.sorted())
        #expect(report.monthly.desired == placements[0].monthly.desired)
        for placement in placements {
            let type = try builtInType(placement.instanceType)
            #expect(type.architecture == .arm64 && type.isBareMetal == false && type.gpus == 0)
        }
    }

    @Test func nothingInTheCatalogIsCheaperThanTheFirst() throws {
        let report = estimate(
            worker, tasks: ScalingRange(all: 40), .ec2(EC2Capacity(instances: .cheapest(1), daemons: [.cloudWatchAgent])))
        let best = try #require(report.services.first?.placements.first?.usdPerTaskMonth)
        for name in ["m5.large", "c5a.large", "c6a.large", "m7a.medium"] {
            let other = estimate(worker, tasks: ScalingRange(all: 40), onType(name))
            if let price = other.services.first?.placements.first?.usdPerTaskMonth { #expect(price >= best) }
        }
    }

    @Test func aTaskTooLargeForEveryTypeIsSaid() {
        let report = estimate(
            TaskDemand(cpuUnits: 196_608, memoryMiB: 33_554_432), tasks: ScalingRange(all: 1),
            .ec2(EC2Capacity(instances: .cheapest(10))))
        #expect(report.services.first?.placements.isEmpty == true)
        #expect(report.hasTaskThatNeverFits)
    }

    @Test func unknownTasksLeaveCountsUnknown() {
        let report = estimate(worker, tasks: ScalingRange(minimum: 6, desired: nil, maximum: 12), onType("t3a.small"))
        #expect(report.services.first?.placements.first?.instances == ScalingRange(minimum: 1, desired: nil, maximum: 2))
        #expect(report.diagnostics.contains { $0.code == .tasksUnknown })
    }

    @Test func severalRegionsAreSaid() {
        let service = ServiceCostRequest(name: "a", task: worker, tasks: ScalingRange(all: 18), capacity: onType("t3a.small"))
        let region = RegionChoice(name: "us-east-1", origin: .severalNamed(["eu-west-1", "us-west-2"]))
        let report = CostEstimator.estimate(CostRequest(services: [service], region: region))
        #expect(report.assumptions.contains { $0.contains("eu-west-1, us-west-2") })
    }

    @Test func aGroupOfSeveralTypesSaysWhichIsPriced() {
        var capacity = EC2Capacity(instances: .named(["m5.large", "m5a.large"]))
        capacity.group = "Workers"
        let report = estimate(worker, tasks: ScalingRange(all: 1), .ec2(capacity))
        #expect(report.assumptions.contains { $0.contains("Workers may start m5.large, m5a.large; the sums take m5.large") })
    }

    @Test func undeterminedCapacitySaysWhy() {
        let report = estimate(worker, tasks: ScalingRange(all: 1), .undetermined(reason: "The group's instance type is unknown."))
        #expect(report.diagnostics.map(\.message) == ["The group's instance type is unknown."])
        #expect(report.monthly.desired == .some(nil))
    }

    @Test func servicesSumUpToAtLeastWhereOneIsUnknown() throws {
        let ec2 = ServiceCostRequest(name: "a", task: worker, tasks: ScalingRange(all: 18), capacity: onType("t3a.small"))
        let fargate = ServiceCostRequest(
            name: "b", task: TaskDemand(cpuUnits: 512, memoryMiB: 1024), tasks: ScalingRange(all: 1),
            capacity: .fargate(.onDemand))
        let both = CostEstimator.estimate(CostRequest(services: [ec2, fargate]))
        #expect(both.monthly.desired == (try usd("59.19205")))
        #expect(both.assumptions.contains { $0.contains("us-east-1") })
        let unknown = ServiceCostRequest(name: "c", task: nil, tasks: ScalingRange(all: 1), capacity: .fargate(.onDemand))
        let part = CostEstimator.estimate(CostRequest(services: [ec2, unknown]))
        #expect(part.monthly.desired == (try usd("41.172")))
        #expect(part.isAtLeast && !both.isAtLeast)
        let outside = ServiceCostRequest(name: "d", task: worker, tasks: ScalingRange(all: 1), capacity: .external)
        #expect(!CostEstimator.estimate(CostRequest(services: [ec2, outside])).isAtLeast)
        #expect(!CostEstimator.estimate(CostRequest(services: [outside])).hasPrice)
    }

    @Test(arguments: [Int.min, -1, 1_000_000_001, Int.max])
    func absurdTasksAreRefusedWithoutACrash(tasks: Int) {
        let report = estimate(worker, tasks: ScalingRange(all: tasks), onType("t3a.small"))
        #expect(report.diagnostics.map(\.code) == [.invalidRequest])
    }

    @Test func aBillionTasksHaveAPrice() throws {
        let report = estimate(worker, tasks: ScalingRange(all: 1_000_000_000), onType("m5.large"))
        #expect(report.services.first?.placements.first?.instances.desired == 111_111_112)
        #expect(report.monthly.desired == (try usd("7786666728.96")))
    }
}
