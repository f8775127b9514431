import Capacity
import InstanceCatalog
import Testing

/// What a service may cost when nobody knows who gets the remainder of its strategy.
@Suite struct RemainderTests {
    private let task = TaskDemand(cpuUnits: 512, memoryMiB: 1024, networkMode: .awsvpc)

    private func report(_ strategy: [FargateCapacity.Item], tasks: Int) -> CostReport {
        let service = ServiceCostRequest(
            name: "worker", task: task, tasks: ScalingRange(all: tasks), capacity: .fargate(FargateCapacity(strategy: strategy)))
        return CostEstimator.estimate(CostRequest(services: [service]))
    }

    /// 40 or 41 of 50 tasks on Spot, at 0.024685 and 0.007858 an hour.
    @Test func aRemainderOfOneTaskIsARange() throws {
        let report = report([.init(.spot, base: 1, weight: 4), .init(.onDemand, weight: 1)], tasks: 50)
        let onDemand = try #require(report.services.first?.fargate?.onDemandMonthly.desired?.divided(by: 50))
        let spot = try #require(report.services.first?.fargate?.spotMonthly.desired?.divided(by: 50))
        #expect(report.monthly.desired == spot * 40 + onDemand * 10)
        #expect(report.monthlyAtLeast.desired == spot * 41 + onDemand * 9)
        #expect(report.monthlyAtMost.desired == report.monthly.desired)
        let text = report.services.first?.monthlyAtLeast
        #expect(text == report.monthlyAtLeast)
    }

    @Test func anExactSplitHasNoRange() {
        let report = report([.init(.spot, base: 1, weight: 4), .init(.onDemand, weight: 1)], tasks: 11)
        #expect(report.monthlyAtLeast == report.monthly)
        #expect(report.monthlyAtMost == report.monthly)
    }

    /// Every way to give out the remainder, one by one.
    @Test func theRangeIsThatOfEveryWay() throws {
        for weights in [[1, 1, 1], [3, 2, 2], [5, 1, 1], [1, 2, 4], [2, 2, 0]] {
            let strategy = try CapacityProviderStrategy(weights.map { .init(weight: $0) })
            for tasks in 0...23 {
                let items = zip([FargatePurchase.spot, .onDemand, .spot], weights).map { FargateCapacity.Item($0, weight: $1) }
                let report = report(items, tasks: tasks)
                let shares = strategy.split(tasks: tasks)
                var costs: [Decimal] = []
                let fargate = try #require(report.services.first?.fargate)
                for first in shares[0].interval {
                    for second in shares[1].interval {
                        let third = tasks - first - second
                        guard shares[2].interval.contains(third), tasks > 0 else { continue }
                        let spot = try #require(fargate.spotMonthly.desired?.divided(by: tasks)) * (first + third)
                        costs.append(spot + (try #require(fargate.onDemandMonthly.desired?.divided(by: tasks)) * second))
                    }
                }
                #expect(report.monthlyAtLeast.desired == costs.min() ?? .zero, "\(weights) \(tasks)")
                #expect(report.monthlyAtMost.desired == costs.max() ?? .zero, "\(weights) \(tasks)")
                let split = try #require(fargate.split)
                #expect(split.spotTasksInterval.desired?.contains(split.spotTasks.desired ?? -1) == true)
            }
        }
    }

    private func group(_ name: String, _ type: String, discount: Decimal? = nil) -> EC2Capacity {
        var capacity = EC2Capacity(instances: .named([type]))
        capacity.group = name
        if let discount {
            capacity.distribution = InstanceDistribution(onDemandPercent: 0)
            capacity.spot = .discount(discount)
        }
        return capacity
    }

    /// Three tasks of a whole instance each: two here and one there, or the other way about.
    @Test func groupsHaveARangeToo() throws {
        let task = TaskDemand(cpuUnits: 2048, memoryMiB: 1024)
        let service = ServiceCostRequest(
            name: "jobs", task: task, tasks: ScalingRange(all: 3),
            capacity: .ec2Groups([
                .init(weight: 1, capacity: group("Spot", "m5.large", discount: 50)),
                .init(weight: 1, capacity: group("Steady", "m5.large")),
            ]))
        let report = CostEstimator.estimate(CostRequest(services: [service]))
        let steady = try usd("0.096") * 730
        let spot = try usd("0.048") * 730
        #expect(report.monthly.desired == spot * 2 + steady)
        #expect(report.monthlyAtLeast.desired == spot * 2 + steady)
        #expect(report.monthlyAtMost.desired == spot + steady * 2)
        let other = ServiceCostRequest(
            name: "other", task: task, tasks: ScalingRange(all: 1), capacity: .ec2(group("Steady", "m5.large")))
        let shared = CostEstimator.estimate(CostRequest(services: [service, other]))
        #expect(shared.services.first?.interval == nil)
    }
}
