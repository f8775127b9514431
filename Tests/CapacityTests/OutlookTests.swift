import Capacity
import InstanceCatalog
import Testing
import Text

/// Zone loss, deployments, warm pools, what is paid beside compute, comparison and age.
@Suite struct OutlookTests {
    private let worker = TaskDemand(cpuUnits: 200, memoryMiB: 128)

    private func estimate(
        tasks: ScalingRange<Int?>, type: String = "t3a.small", _ change: (inout EC2Capacity) -> Void = { _ in },
        request adjust: (inout CostRequest) -> Void = { _ in }
    ) -> CostReport {
        var capacity = EC2Capacity(instances: .named([type]), daemons: [.cloudWatchAgent])
        change(&capacity)
        var request = CostRequest(services: [
            ServiceCostRequest(name: "worker", task: worker, tasks: tasks, capacity: .ec2(capacity))
        ])
        adjust(&request)
        return CostEstimator.estimate(request)
    }

    private func fleet(_ report: CostReport) throws -> FleetOutlook {
        try #require(report.services.first?.placements.first?.fleet)
    }

    @Test(arguments: [(30, 3, 9), (18, 2, 6)])
    func zoneLoss(tasks: Int, zones: Int, instances: Int) throws {
        let report = estimate(tasks: ScalingRange(all: tasks), { $0.zones = zones })
        #expect(try fleet(report).instancesSurvivingZoneLoss.desired == instances)
        #expect(try fleet(estimate(tasks: ScalingRange(all: tasks))).instancesSurvivingZoneLoss.desired == nil as Int?)
    }

    @Test func aDeploymentOfThirtyPeaksAtTenHosts() throws {
        let report = estimate(tasks: ScalingRange(all: 30), { $0.deployment = DeploymentBounds() })
        let deployment = try #require(try fleet(report).deployment)
        #expect(deployment.upperLimit == 60)
        #expect(deployment.peakInstances == 10)
        #expect(deployment.usableTasks == nil)
        #expect(!report.diagnostics.contains { $0.code == .deploymentStuck })
    }

    @Test func aFullGroupCannotDeploy() throws {
        let report = estimate(
            tasks: ScalingRange(all: 18),
            {
                $0.deployment = DeploymentBounds(); $0.maximumInstances = 3
            })
        #expect(try fleet(report).deployment?.usableTasks == 18)
        #expect(report.diagnostics.contains { $0.code == .deploymentStuck && $0.message.contains("18 must stay") })
        let roomy = estimate(
            tasks: ScalingRange(all: 18),
            {
                $0.deployment = DeploymentBounds(); $0.maximumInstances = 4
            })
        #expect(!roomy.diagnostics.contains { $0.code == .deploymentStuck })
    }

    @Test func hostsThatNoTaskEverNeedsAreIdle() throws {
        let report = estimate(tasks: ScalingRange(minimum: 4, desired: 4, maximum: 4), { $0.minimumInstances = 3 })
        #expect(try fleet(report).idleInstances == 2)
        #expect(report.diagnostics.contains { $0.code == .instancesIdle })
    }

    /// Document 000 with a maximum of 4 tasks: its bounds cross, and what is wanted never fits.
    @Test func boundsThatCrossAreAnError() {
        let report = estimate(
            tasks: ScalingRange(all: 18),
            {
                $0.minimumInstances = 3; $0.maximumInstances = 1
            })
        #expect(report.diagnostics.contains { $0.code == .groupBoundsReversed })
        #expect(report.diagnostics.contains { $0.code == .tasksNeverPlaced && $0.message.contains("12 of 18") })
    }

    @Test func managedScalingTakesItsSteps() throws {
        let report = estimate(
            tasks: ScalingRange(minimum: 6, desired: 6, maximum: 150), { $0.managedScaling = ManagedScaling(maximumStep: 10) })
        #expect(try fleet(report).scaleOutSteps == 3)
        #expect(try fleet(report).scaleOutSeconds == 900)
    }

    @Test func stoppedInstancesOfAWarmPoolCostTheirVolumes() throws {
        let report = estimate(tasks: ScalingRange(all: 36)) {
            $0.maximumInstances = 10
            $0.warmPool = WarmPool()
            $0.volumes = [BlockVolume(type: "gp2", gibibytes: 30)]
        }
        #expect(try fleet(report).warmPoolInstances == 4)
        #expect(report.additional.map(\.item) == [.storage])
        #expect(report.additional.first?.monthly.desired == 30)
        let running = estimate(tasks: ScalingRange(all: 36)) {
            $0.maximumInstances = 10; $0.warmPool = WarmPool(state: .running)
        }
        #expect(running.additional.first?.monthly.desired == (try usd("0.0188") * 730 * 4))
    }

    /// Three t3a.small for 41.17 and three volumes of 30 GB for 9.00, as against 162.18 on Fargate.
    @Test func volumesAndAddressesAreBesideCompute() throws {
        let report = estimate(tasks: ScalingRange(all: 18)) {
            $0.volumes = [BlockVolume(type: "gp2", gibibytes: 30)]
            $0.hasPublicAddress = true
        }
        #expect(report.monthly.desired?.text(places: 2) == "41.17")
        #expect(report.additional.map(\.monthly.desired) == [9, try usd("0.005") * 730 * 3])
        #expect(report.monthlyWithAdditional.desired == (try usd("41.172") + 9 + usd("10.95")))
        #expect(report.services.first?.fargate?.onDemandMonthly.desired?.text(places: 2) == "162.18")
        #expect(!report.notIncluded.contains { $0.contains("EBS") || $0.contains("IPv4") })
    }

    @Test func aVolumeWithoutAPriceIsUnknownAndNotZero() {
        let report = estimate(tasks: ScalingRange(all: 18), { $0.volumes = [BlockVolume(type: "io2", gibibytes: 30)] })
        #expect(report.monthlyWithAdditional.desired == nil as Decimal?)
        #expect(report.diagnostics.contains { $0.code == .volumeNotPriced })
    }

    @Test func messagesHaveAPrice() throws {
        let report = estimate(tasks: ScalingRange(all: 6)) { _ in
        } request: {
            $0.services[0].queue = QueueUse(arrivalRate: 2, processingSeconds: 1, messagesPerReceive: 10, waitSeconds: 20)
        }
        let messages: Decimal = 2 * 730 * 3600
        #expect(
            report.services.first?.usdPerMillionMessages
                == (try usd("13.724").divided(by: #require(messages.divided(by: 1_000_000)))))
        let empty: Decimal = 131_400 * 4
        let requests = messages * 2 + (try #require(messages.divided(by: 10))) + empty
        #expect(report.additional.first?.item == .queueRequests)
        #expect(report.additional.first?.monthly.desired == (try usd("0.4") * requests).divided(by: 1_000_000))
    }

    @Test func anEncryptedFIFOQueueHasItsOwnPrices() throws {
        let report = estimate(tasks: ScalingRange(all: 6)) { _ in
        } request: {
            var queue = QueueUse(arrivalRate: 2, isFIFO: true)
            queue.keyReuseSeconds = 300
            $0.services[0].queue = queue
        }
        let requests: Decimal = 2 * 730 * 3600 * 3
        #expect(report.additional.map(\.item) == [.queueRequests, .keyCalls])
        #expect(report.additional.first?.monthly.desired == (try usd("0.5") * requests).divided(by: 1_000_000))
        let calls = try #require(Decimal(730 * 3600 * 3).divided(by: 300))
        #expect(report.additional.last?.monthly.maximum == (calls * 3).divided(by: 1_000_000))
        #expect(!report.notIncluded.contains { $0.contains("KMS") || $0.contains("SQS") })
    }

    @Test func threadsSwitchedOffAreNoCPU() throws {
        let report = estimate(tasks: ScalingRange(all: 9), type: "m5.large", { $0.vcpus = 1 })
        #expect(report.services.first?.placements.first?.tasksPerInstance == 4)
        #expect(estimate(tasks: ScalingRange(all: 9), type: "m5.large").services.first?.placements.first?.tasksPerInstance == 9)
    }

    @Test func everyWayToBuyIsComparedCheapestFirst() throws {
        let report = estimate(tasks: ScalingRange(all: 18)) { _ in
        } request: {
            $0.comparesPurchases = true
        }
        #expect(report.options.count == 10)
        let known = report.options.compactMap(\.monthly.desired)
        #expect(known == known.sorted())
        let own = try #require(report.options.first { $0.purchase == .ec2OnDemand && $0.architecture == .x86_64 })
        #expect(own.instanceType == "t3a.small")
        #expect(own.monthly == report.monthly)
        let fargate = try #require(report.options.first { $0.purchase == .fargate && $0.architecture == .x86_64 })
        #expect(fargate.monthly.desired?.text(places: 2) == "162.18")
        let arm = try #require(report.options.first { $0.purchase == .ec2OnDemand && $0.architecture == .arm64 })
        let type = try #require(arm.instanceType.flatMap { InstanceCatalog.builtIn.instanceType($0) })
        #expect(type.architecture == .arm64)
        #expect(arm.assumptions.contains { $0.contains("arm64") })
        #expect(estimate(tasks: ScalingRange(all: 18)).options.isEmpty)
    }

    @Test(arguments: [("2027-01-16", false), ("2027-01-17", true)])
    func pricesAreOldAfterHalfAYear(today: String, isOld: Bool) throws {
        let day = try #require(CivilDay(today))
        let report = estimate(tasks: ScalingRange(all: 18)) { _ in
        } request: {
            $0.today = day
        }
        #expect(report.diagnostics.contains { $0.code == .priceOld && $0.message.contains("2026-07-20") } == isOld)
        #expect(!estimate(tasks: ScalingRange(all: 18)).diagnostics.contains { $0.code == .priceOld })
    }

    @Test func nothingOverflowsAtAThousandMillionTasks() throws {
        let report = estimate(tasks: ScalingRange(all: 1_000_000_000)) {
            $0.zones = 3
            $0.targetCapacityPercent = 1
            $0.deployment = DeploymentBounds(maximumPercent: 1_000_000)
            $0.volumes = [BlockVolume(type: "gp3", gibibytes: 65_536)]
            $0.maximumInstances = Int.max
            $0.warmPool = WarmPool()
            $0.managedScaling = ManagedScaling(maximumStep: 1)
        } request: {
            $0.services[0].queue = QueueUse(arrivalRate: 1_000_000, processingSeconds: 43_200, waitSeconds: 1)
            $0.comparesPurchases = true
        }
        #expect(try #require(report.monthly.desired) > .zero)
        #expect(report.options.count == 10)
    }
}
