import InstanceCatalog
import TestSupport
import Testing

@testable import Capacity

/// What section 13 of the calculator's specification takes for granted.
@Suite struct PremisesTests {
    private let worker = TaskDemand(cpuUnits: 200, memoryMiB: 128)

    private func report(
        _ task: TaskDemand, _ tasks: ScalingRange<Int?>, _ capacity: EC2Capacity, _ adapt: (inout CostRequest) -> Void = { _ in }
    ) -> CostReport {
        let service = ServiceCostRequest(name: "worker", task: task, tasks: tasks, capacity: .ec2(capacity))
        var request = CostRequest(services: [service], region: RegionChoice(name: "us-east-1", origin: .flag))
        adapt(&request)
        return CostEstimator.estimate(request)
    }

    @Test func thePlanIsNeverMoreThanWhatECSPlaces() throws {
        let report = report(
            TaskDemand(cpuUnits: 512, memoryMiB: 2048), ScalingRange(all: 31),
            EC2Capacity(instances: .named(["m5.4xlarge"]), daemons: [.cloudWatchAgent]))
        let placement = try #require(report.services.first?.placements.first)
        #expect(placement.tasksPlacedByECS == 30 && placement.planned?.tasksPerInstance == 31)
        #expect(placement.tasksPerInstance == 30 && placement.instances.desired == 2)
        #expect(placement.monthlyIfPacked == nil)
    }

    @Test func whereECSPacksMoreTheOtherFigureIsKnown() throws {
        let report = report(
            worker, ScalingRange(all: 18), EC2Capacity(instances: .named(["t3a.small"]), daemons: [.cloudWatchAgent]))
        let placement = try #require(report.services.first?.placements.first)
        #expect(placement.instances.desired == 3)
        #expect(report.monthly.desired == (try usd("41.172")))
        #expect(placement.monthlyIfPacked?.desired == (try usd("27.448")))
    }

    @Test(arguments: [(Int?.none, 1), (1024, 0), (0, 1)])
    func smallHostsKeepNothingUnlessSomebodySaysSo(said: Int?, tasks: Int) throws {
        let capacity = EC2Capacity(instances: .named(["t3.micro"]), hostMemoryMiB: said)
        let report = report(TaskDemand(cpuUnits: 128, memoryMiB: 512), ScalingRange(all: 3), capacity)
        #expect(report.services.first?.placements.first?.tasksPerInstance == tasks)
        #expect(report.hasTaskThatNeverFits == (tasks == 0))
    }

    @Test func aTypeThatHoldsNoTaskIsNotRanked() throws {
        let task = TaskDemand(cpuUnits: 1024, memoryMiB: 31_300)
        let report = report(task, ScalingRange(all: 1), EC2Capacity(instances: .cheapest(10), daemons: [.cloudWatchAgent]))
        let placements = try #require(report.services.first?.placements)
        #expect(placements.count == 10 && placements.allSatisfy { ($0.tasksPlacedByECS ?? 0) > 0 })
    }

    @Test func ofSeveralTypesOneThatFitsIsEnough() {
        let capacity = EC2Capacity(instances: .named(["t3.nano", "m5.large"]))
        let report = report(TaskDemand(cpuUnits: 512, memoryMiB: 1024), ScalingRange(all: 4), capacity)
        #expect(!report.hasTaskThatNeverFits)
        #expect(report.monthly.desired == report.services.first?.placements.last?.monthly.desired)
        #expect(report.hasPrice)
    }

    @Test func aGroupThatNothingSizesHasWhatItIsToldToHave() throws {
        var capacity = EC2Capacity(instances: .named(["t3a.small"]), minimumInstances: 1, maximumInstances: 10)
        capacity.isSizedByTasks = false
        capacity.desiredInstances = 5
        let report = report(worker, ScalingRange(minimum: 1, desired: 3, maximum: 100), capacity)
        #expect(report.services.first?.placements.first?.instances == ScalingRange(all: 5))
        #expect(report.monthly == ScalingRange(all: try usd("68.62")))
        #expect(report.diagnostics.contains { $0.code == .tasksNeverPlaced && $0.message.contains("nothing adds instances") })
    }

    @Test func burstableTypesRankByTheCreditsOfBusyWorkers() throws {
        let capacity = EC2Capacity(instances: .cheapest(1), daemons: [.cloudWatchAgent])
        let task = TaskDemand(cpuUnits: 1024, memoryMiB: 1024)
        func first(idle: Bool) throws -> InstancePlacement {
            try #require(report(task, ScalingRange(all: 40), capacity) { $0.workersIdle = idle }.services.first?.placements.first)
        }
        #expect(try first(idle: false).creditsMonthly == nil)
        let burstable = try first(idle: true)
        #expect(burstable.instanceType.hasPrefix("t"))
        #expect(try #require(burstable.creditsMonthly?.desired ?? nil) > 0)
    }

    @Test func spotIsRankedBySpotPrices() throws {
        var capacity = EC2Capacity(instances: .cheapest(3), daemons: [.cloudWatchAgent])
        capacity.distribution = InstanceDistribution(onDemandBase: 0, onDemandPercent: 0)
        let task = TaskDemand(cpuUnits: 1024, memoryMiB: 2048, architecture: .arm64)
        let any = try #require(report(task, ScalingRange(all: 20), capacity).services.first?.placements)
        #expect(any.first?.instanceType == "c6gd.2xlarge")
        let steady = try #require(
            report(task, ScalingRange(all: 20), capacity) { $0.mostInterruptedPercent = 5 }.services.first?.placements)
        #expect(steady.count == 3 && steady.allSatisfy { $0.spotInterruption == "<5%" })
    }

    @Test func scheduledActionsCountByTheHoursOfAWeek() throws {
        var service = ServiceCostRequest(
            name: "worker", task: TaskDemand(cpuUnits: 512, memoryMiB: 1024),
            tasks: ScalingRange(minimum: 1, desired: 1, maximum: 8), capacity: .fargate(.onDemand))
        // Eight tasks from Monday at 6:00 for five days, one to two for the rest.
        service.week = [
            WeekChange(minute: 1440 + 360, value: ScalingRange(all: 8)),
            WeekChange(minute: 6 * 1440 + 360, value: ScalingRange(minimum: 1, desired: 1, maximum: 2)),
        ]
        let report = CostEstimator.estimate(
            CostRequest(services: [service], region: RegionChoice(name: "us-east-1", origin: .flag)))
        let each = try usd("18.02005")
        #expect(report.monthly.minimum == ((each * 8 * 120) + (each * 48)).divided(by: 168))
        #expect(report.monthly.maximum == ((each * 8 * 120) + (each * 2 * 48)).divided(by: 168))
        #expect(report.services.first?.fargate?.onDemandMonthly.desired == report.monthly.desired)
    }

    @Test func bothRevisionsOfABlueGreenDeploymentNeedRoom() throws {
        var capacity = EC2Capacity(instances: .named(["m5.large"]), maximumInstances: 8, daemons: [.cloudWatchAgent])
        capacity.deployment = DeploymentBounds(minimumHealthyPercent: 100, maximumPercent: 150, runsBothRevisions: true)
        let report = report(TaskDemand(cpuUnits: 512, memoryMiB: 2048), ScalingRange(all: 10), capacity)
        let deployment = try #require(report.services.first?.placements.first?.fleet?.deployment)
        #expect(deployment.upperLimit == 20 && deployment.peakInstances == 7 && !deployment.isDeadlocked)
        capacity.maximumInstances = 6
        let tight = self.report(TaskDemand(cpuUnits: 512, memoryMiB: 2048), ScalingRange(all: 10), capacity)
        #expect(tight.diagnostics.contains { $0.code == .deploymentStuck })
    }

    @Test func managedInstancesCarryTheirFee() throws {
        var capacity = EC2Capacity(instances: .cheapest(1))
        capacity.isManagedByECS = true
        var filter = InstanceTypeFilter()
        filter.allowed = ["m6i.large"]
        capacity.typeFilter = filter
        let report = report(TaskDemand(cpuUnits: 1024, memoryMiB: 5120), ScalingRange(all: 3), capacity)
        #expect(report.monthly.desired == (try usd("235.4688")))
    }

    @Test func filtersTakePatternsAndBounds() throws {
        var filter = InstanceTypeFilter()
        filter.allowed = ["m5*.large"]
        filter.memoryMiB = InstanceTypeFilter.Bounds(least: 8192, most: 8192)
        for name in ["m5.large", "m5a.large"] { #expect(filter.allows(try builtInType(name))) }
        for name in ["m6i.large", "m5.xlarge"] { #expect(!filter.allows(try builtInType(name))) }
        #expect(!InstanceTypeFilter().allows(try builtInType("t3.large")))
        #expect(!InstanceTypeFilter().allows(try builtInType("g4dn.xlarge")))
    }
}
