import Capacity
import InstanceCatalog
import Testing

@testable import Reports

@Suite("A cost report as a spreadsheet")
struct CostCSVSumTests {
    @Test("the billed rows sum up to the total, and what would cost otherwise is marked")
    func sum() throws {
        var capacity = EC2Capacity(instances: .named(["t3a.small"]))
        capacity.volumes = [BlockVolume(type: "gp3", gibibytes: 30)]
        let task = TaskDemand(cpuUnits: 512, memoryMiB: 512)
        let services = [
            ServiceCostRequest(name: "a", task: task, tasks: ScalingRange(all: 4), capacity: .ec2(capacity)),
            ServiceCostRequest(name: "b", task: task, tasks: ScalingRange(all: 2), capacity: .fargate(.onDemand)),
        ]
        let report = CostEstimator.estimate(CostRequest(services: services))
        let lines = report.rendered(as: .csv).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let header = try #require(lines.first)
        let money = try #require(header.firstIndex(of: "usd_month_desired"))
        let counts = try #require(header.firstIndex(of: "counts"))
        let rows = lines.dropFirst()
        #expect(rows.allSatisfy { $0.count == header.count })
        let billed = rows.filter { $0[counts] == "billed" }
        #expect(billed.map { $0[0] } == ["a", "b", "a"])
        #expect(rows.allSatisfy { $0[counts] == "billed" || $0[counts] == "alternative" })
        let sum = try billed.reduce(Decimal.zero) { try $0 + #require(Decimal($1[money])) }
        #expect(sum == report.monthlyWithAdditional.desired)
    }
}
