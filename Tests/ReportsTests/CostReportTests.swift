import Capacity
import Foundation
import InstanceCatalog
import struct InstanceCatalog.Decimal
import Reports
import Testing

@Suite struct CostReportTests {
    private func report(
        name: String = "worker", resource: String? = nil,
        tasks: ScalingRange<Int?> = ScalingRange(minimum: 12, desired: 12, maximum: 18),
        _ instances: EC2Capacity.InstanceChoice = .named(["t3a.small"]), region: String = "us-east-1"
    ) -> CostReport {
        let service = ServiceCostRequest(
            name: name, resource: resource, task: TaskDemand(cpuUnits: 200, memoryMiB: 128), tasks: tasks,
            capacity: .ec2(EC2Capacity(instances: instances, daemons: [.cloudWatchAgent])))
        return CostEstimator.estimate(CostRequest(services: [service], region: RegionChoice(name: region, origin: .flag)))
    }

    private func fargate() -> CostReport {
        let capacity = FargateCapacity(strategy: [.init(.spot, base: 1, weight: 4), .init(.onDemand, weight: 1)])
        let service = ServiceCostRequest(
            name: "jobs", resource: "Service", task: TaskDemand(cpuUnits: 512, memoryMiB: 1024, networkMode: .awsvpc),
            tasks: ScalingRange(all: 11), capacity: .fargate(capacity))
        return CostEstimator.estimate(CostRequest(services: [service]))
    }

    private func object(_ report: CostReport) throws -> [String: Any] {
        let json = try JSONSerialization.jsonObject(with: Data(report.rendered(as: .json).utf8))
        return try #require(json as? [String: Any])
    }

    private func placement(_ report: CostReport) throws -> [String: Any] {
        let services = try #require(try object(report)["services"] as? [[String: Any]])
        return try #require((services.first?["placements"] as? [[String: Any]])?.first)
    }

    @Test func textSaysPlanMoneyAndAssumptions() {
        let text = report().rendered(as: .text)
        #expect(text.contains("t3a.small holds 6 tasks, bound by memory. ECS would place 9:"))
        #expect(text.contains("  USD a month                           27.45    27.45   41.17\n"))
        #expect(text.contains("  USD if packed as ECS does             27.45    27.45   27.45\n"))
        #expect(text.contains("Not included:"))
        #expect(text.contains("  - A month has 730 hours."))
    }

    @Test(arguments: [1, 18, 1_000_000_000])
    func textFitsAHundredColumnsAndMoneyLinesUp(tasks: Int) {
        let choices: [EC2Capacity.InstanceChoice] = [
            .cheapest(10), .named(["u7in-32tb.224xlarge", "m6i.32xlarge", "c8i.large"]),
        ]
        for choice in choices {
            let text = report(tasks: ScalingRange(all: tasks), choice).rendered(as: .text)
            let lines = text.split(separator: "\n")
            #expect(lines.allSatisfy { $0.count <= 100 }, "\(text)")
            let money = lines.filter { $0.contains("  USD a month") || $0.contains("  USD if all on") }.map(\.count)
            #expect(Set(money).count == 1 && money.count >= 3)
        }
    }

    @Test func aLongNameIsBrokenAndItsMoneyStaysInLine() throws {
        let name = String(repeating: "worker-of-the-department-", count: 4) + "end"
        var capacity = EC2Capacity(instances: .named(["t3a.small"]))
        capacity.volumes = [BlockVolume(type: "gp3", gibibytes: 30, operations: 4000, throughputMiBps: 130)]
        let service = ServiceCostRequest(
            name: name, task: TaskDemand(cpuUnits: 200, memoryMiB: 128), tasks: ScalingRange(all: 12), capacity: .ec2(capacity))
        var request = CostRequest(services: [service])
        request.comparesPurchases = true
        let lines = CostEstimator.estimate(request).rendered(as: .text).split(separator: "\n")
        let tables = lines.drop { !$0.hasPrefix("all services") }.prefix { !$0.hasPrefix("Prices") }
        #expect(tables.allSatisfy { $0.count <= 100 }, "\(tables)")
        #expect(tables.contains { $0.contains("instance") && $0.hasSuffix("15.20") }, "\(tables)")
    }

    @Test func textNamesEachServiceAndTheSum() {
        let services = ["first", "second"].map {
            ServiceCostRequest(
                name: $0, resource: "Logical", task: TaskDemand(cpuUnits: 512, memoryMiB: 1024), tasks: ScalingRange(all: 1),
                capacity: .fargate(.onDemand))
        }
        let report = CostEstimator.estimate(CostRequest(services: services))
        let overview = report.rendered(as: .text)
        #expect(overview.contains("first         Fargate      1    18.02    18.02  18.02\n"), "\(overview)")
        #expect(overview.contains("all services                    36.04    36.04  36.04\n"), "\(overview)")
        #expect(!overview.contains("first (Logical):"))
        let details = report.rendered(as: .text, showsDetails: true)
        #expect(details.contains("first (Logical):") && details.contains("second (Logical):"))
    }

    @Test func textShowsAStrategysSplit() {
        let text = fargate().rendered(as: .text)
        #expect(text.contains("tasks on Fargate Spot                9"))
        #expect(text.contains("87.67"))
    }

    @Test func jsonHoldsTheFieldsOfTheContract() throws {
        let document = try object(report())
        #expect(document["version"] as? Int == 1)
        #expect(document["currency"] as? String == "USD")
        #expect(document["region"] as? String == "us-east-1")
        #expect(document["hoursPerMonth"] as? Int == 730)
        #expect((document["catalog"] as? [String: Any])?["onDemandAsOf"] as? String == "2026-07-20")
        let placement = try placement(report())
        #expect(placement["tasksPerInstance"] as? Int == 6)
        #expect(placement["tasksPlacedByECS"] as? Int == 9)
        #expect((placement["slots"] as? [String: Any])?["eni"] is NSNull)
        #expect((placement["instances"] as? [String: Int]) == ["min": 2, "desired": 2, "max": 3])
        #expect(placement["wastePercent"] as? Double == 18.75)
    }

    @Test func jsonWritesUnknownAsNullAndNeverZero() throws {
        let placement = try placement(report(.named(["c8i.large"]), region: "eu-west-1"))
        #expect((placement["hourly"] as? [String: Any])?["onDemand"] is NSNull)
        #expect((placement["monthly"] as? [String: Any])?["desired"] is NSNull)
    }

    @Test func jsonMoneyHasAtMostSixDecimals() {
        let text = fargate().rendered(as: .json)
        #expect(text.contains("87.665419"))
        #expect(text.firstMatch(of: /\.[0-9]{7}/) == nil)
    }

    @Test func csvHasTheSameColumnsInEveryRow() throws {
        let lines = report(.cheapest(10)).rendered(as: .csv).split(separator: "\n")
        #expect(lines.count == 13)
        let columns = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }
        #expect(Set(columns).count == 1)
        #expect(report().rendered(as: .csv).contains("worker,,us-east-1,ec2,t3a.small,12,12,18,6,9,memory,2,2,3,2,0,0.0188,"))
    }

    @Test func csvQuotesWhatNeedsIt() {
        #expect(report(name: "a \"b\", c").rendered(as: .csv).contains("\"a \"\"b\"\", c\",,us-east-1"))
    }

    @Test func markdownIsATableThatNamesCannotBreak() {
        let text = report(name: "a|b <script>", resource: nil).rendered(as: .markdown)
        #expect(text.contains("| a\\|b &lt;script&gt; | t3a.small | 6 (9) | 2 | 27.45 | 27.45 | 41.17 | 2.2873 |"))
        #expect(!text.contains("<script>"))
    }

    @Test(arguments: CostFormat.allCases)
    func namesCannotDriveATerminal(format: CostFormat) {
        let text = report(name: "a\u{1B}[31m\u{202E}\nb\u{7F}").rendered(as: format)
        let controls = text.unicodeScalars.filter { ($0.value < 0x20 && $0 != "\n") || $0.value == 0x7F || $0.value == 0x202E }
        #expect(controls.isEmpty)
        #expect(!text.contains("\nb"))
    }

    @Test(arguments: CostFormat.allCases)
    func theSameQuestionGivesTheSameBytes(format: CostFormat) {
        #expect(report(.cheapest(10)).rendered(as: format) == report(.cheapest(10)).rendered(as: format))
    }
}
