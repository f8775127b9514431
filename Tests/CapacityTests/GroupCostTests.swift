import Capacity
import InstanceCatalog
import Testing

/// Services that share a group, and services over several.
@Suite struct GroupCostTests {
    private func capacity(
        _ group: String?, _ type: String = "m5.large", _ change: (inout EC2Capacity) -> Void = { _ in }
    ) -> EC2Capacity {
        var capacity = EC2Capacity(instances: .named([type]))
        capacity.group = group
        change(&capacity)
        return capacity
    }

    private func service(_ name: String, cpu: Int, memory: Int, tasks: Int, _ capacity: ServiceCapacity) -> ServiceCostRequest {
        ServiceCostRequest(
            name: name, task: TaskDemand(cpuUnits: cpu, memoryMiB: memory),
            tasks: ScalingRange(minimum: tasks, desired: tasks, maximum: tasks * 2),
            capacity: capacity)
    }

    private func estimate(_ services: [ServiceCostRequest], _ change: (inout CostRequest) -> Void = { _ in }) -> CostReport {
        var request = CostRequest(services: services)
        change(&request)
        return CostEstimator.estimate(request)
    }

    @Test func servicesOfOneGroupFillEachOthersGaps() throws {
        let report = estimate([
            service("cpu", cpu: 1500, memory: 500, tasks: 4, .ec2(capacity("Group"))),
            service("memory", cpu: 200, memory: 6000, tasks: 4, .ec2(capacity("Group"))),
        ])
        let group = try #require(report.groups.first)
        #expect(report.services.map(\.placements.first?.instances.desired) == [4, 4])
        #expect(group.instances == ScalingRange(minimum: 4, desired: 4, maximum: 8))
        #expect(group.lowerBound.desired == 4)
        #expect(group.services == ["cpu", "memory"])
        #expect(group.monthly.desired == (try usd("280.32")))
        #expect(report.monthly == group.monthly)
        #expect(report.services.map(\.monthly.desired) == [try usd("140.16"), try usd("140.16")])
    }

    @Test func partsOfAGroupAddUpWhateverTheyAre() throws {
        for tasks in 1...12 {
            let report = estimate([
                service("a", cpu: 700, memory: 900, tasks: tasks, .ec2(capacity("G"))),
                service("b", cpu: 300, memory: 2500, tasks: 3, .ec2(capacity("G"))),
                service("c", cpu: 100, memory: 100, tasks: 7, .ec2(capacity("G"))),
                service("d", cpu: 100, memory: 100, tasks: 7, .ec2(capacity("Other"))),
            ])
            let group = try #require(report.groups.first)
            #expect(report.groups.count == 1)
            let parts = report.services.prefix(3).compactMap(\.monthly.desired).reduce(Decimal.zero, +)
            #expect(parts == group.monthly.desired)
            let all = report.services.compactMap(\.monthly.desired).reduce(Decimal.zero, +)
            #expect(report.monthly.desired == all)
            let least = try #require(group.lowerBound.desired)
            #expect(try #require(group.instances.desired) >= least)
        }
    }

    /// Whatever the base, the percentage and the bounds: the bill is the instances by their prices, and the parts are the whole.
    @Test func aBillIsItsInstancesByTheirPrices() throws {
        var seed: UInt64 = 7
        func number(below bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % UInt64(bound))
        }
        for _ in 0..<300 {
            let mixed = capacity(nil, ["m5.large", "t3a.small", "c5.xlarge"][number(below: 3)]) {
                $0.distribution = InstanceDistribution(onDemandBase: number(below: 9), onDemandPercent: number(below: 101))
                $0.spot = .discount(Decimal(number(below: 101)))
                $0.minimumInstances = number(below: 5)
                $0.maximumInstances = 5 + number(below: 90)
                $0.targetCapacityPercent = 1 + number(below: 100)
                $0.zones = 1 + number(below: 4)
            }
            let report = estimate([
                service(
                    "a", cpu: 1 + number(below: 1000), memory: 6 + number(below: 700), tasks: 1 + number(below: 400), .ec2(mixed))
            ])
            let placement = try #require(report.services.first?.placements.first)
            let onDemand = try #require(placement.onDemandHour), spot = try #require(placement.spotHour)
            for (all, first, second, monthly) in [
                (
                    placement.instances.minimum, placement.onDemandInstances.minimum, placement.spotInstances.minimum,
                    report.monthly.minimum
                ),
                (
                    placement.instances.maximum, placement.onDemandInstances.maximum, placement.spotInstances.maximum,
                    report.monthly.maximum
                ),
            ] {
                let first = try #require(first), second = try #require(second)
                #expect(all == first + second)
                #expect(monthly == (onDemand * first + spot * second) * 730)
            }
        }
    }

    @Test func aGroupKeepsItsMinimumOnceAndItsMaximumIsWarnedOf() {
        let bounded = capacity("Group") {
            $0.minimumInstances = 3; $0.maximumInstances = 4
        }
        let report = estimate([
            service("a", cpu: 1024, memory: 1024, tasks: 1, .ec2(bounded)),
            service("b", cpu: 2048, memory: 1024, tasks: 4, .ec2(bounded)),
        ])
        #expect(report.groups.first?.instances.minimum == 4)
        #expect(report.groups.first?.instances.maximum == 4)
        #expect(report.diagnostics.contains { $0.code == .tasksNeverPlaced && $0.message.contains("together") })
        let idle = estimate([
            service("a", cpu: 128, memory: 128, tasks: 1, .ec2(bounded)),
            service("b", cpu: 128, memory: 128, tasks: 1, .ec2(bounded)),
        ])
        #expect(idle.monthly.desired == idle.groups.first?.monthly.desired)
        #expect(idle.groups.first?.instances.desired == 3)
    }

    @Test func aStrategyOverGroupsSharesByBaseAndWeight() throws {
        let report = estimate([
            service(
                "jobs", cpu: 512, memory: 512, tasks: 6,
                .ec2Groups([
                    .init(
                        base: 1, weight: 4,
                        capacity: capacity("Spot") {
                            $0.distribution = .init(onDemandPercent: 0); $0.spot = .discount(50)
                        }),
                    .init(weight: 1, capacity: capacity("Steady", "c5.large")),
                ]))
        ])
        let jobs = try #require(report.services.first)
        #expect(jobs.shares.map(\.tasks.desired) == [5, 1])
        #expect(jobs.shares.map(\.instanceType) == ["m5.large", "c5.large"])
        #expect(jobs.shares.map(\.instances.desired) == [2, 1])
        #expect(jobs.shares.map(\.spotInstances.desired) == [2, 0])
        #expect(jobs.monthly.desired == (try usd("0.096") * 730 + usd("0.085") * 730))
        #expect(report.monthly == jobs.monthly)
    }

    @Test func aStrategyThatECSRefusesIsAnError() {
        let report = estimate([
            service(
                "jobs", cpu: 512, memory: 512, tasks: 6,
                .ec2Groups([.init(capacity: capacity("A")), .init(capacity: capacity("B"))]))
        ])
        #expect(report.diagnostics.contains { $0.code == .invalidStrategy })
        #expect(report.monthly.desired == nil as Decimal?)
    }

    @Test func aServiceOnASharedAndOnItsOwnGroupPaysItsParts() throws {
        let report = estimate([
            service(
                "a", cpu: 1024, memory: 1024, tasks: 4,
                .ec2Groups([.init(weight: 1, capacity: capacity("G")), .init(weight: 1, capacity: capacity("H"))])),
            service("b", cpu: 1024, memory: 1024, tasks: 2, .ec2(capacity("G"))),
        ])
        #expect(report.groups.map(\.name) == ["G"])
        #expect(report.groups.first?.instances.desired == 2)
        #expect(report.monthly.desired == (try usd("0.096") * 730 * 3))
    }

    @Test func weightsDivideTheBoundsOfAGroup() throws {
        let weighted = capacity("G", "m5.xlarge") {
            $0.weights = ["m5.xlarge": 2]
            $0.minimumInstances = 3
            $0.maximumInstances = 9
            $0.distribution = .init(onDemandBase: 3, onDemandPercent: 0)
        }
        let placement = try #require(
            estimate([service("a", cpu: 4096, memory: 1024, tasks: 9, .ec2(weighted))]).services.first?.placements.first)
        #expect(placement.instances.desired == 4)
        #expect(placement.onDemandInstances.desired == 2)
        #expect(placement.fleet?.neverPlacedTasks == 14)
        let few = try #require(
            estimate([service("a", cpu: 128, memory: 128, tasks: 1, .ec2(weighted))]).services.first?.placements.first)
        #expect(few.instances.desired == 2)
    }
}
