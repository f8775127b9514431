import Capacity
import InstanceCatalog
import Testing

/// Figures that Infracost publishes as its own tests' results (us-east-1, 730 hours), to the cent.
@Suite struct InfracostGoldenTests {
    private func rate() throws -> FargateRate {
        try #require(InstanceCatalog.builtIn.fargateRate(in: "us-east-1", architecture: .x86_64))
    }

    @Test(arguments: [
        (1, "29.55", "6.49"), (2, "59.10", "12.98"), (3, "88.65", "19.47"), (4, "118.20", "25.96"), (5, "147.75", "32.45"),
    ])
    func fargateTasksOfOneCPU(tasks: Int, cpu: String, memory: String) throws {
        let rate = try rate()
        #expect(try (#require(rate.vcpuHour) * 730 * tasks).text(places: 2) == cpu)
        #expect(try (#require(rate.memoryGBHour) * 730 * tasks * 2).text(places: 2) == memory)
    }

    @Test func fargateServicesInAll() throws {
        let counts: [(cpu: Int, memory: Int, tasks: Int)] = [
            (1024, 2048, 1), (1024, 2048, 2), (1024, 2048, 3), (1024, 2048, 4), (1024, 2048, 4), (1024, 2048, 5), (2048, 4096, 2),
        ]
        let services = counts.map {
            ServiceCostRequest(
                name: "\($0)", task: TaskDemand(cpuUnits: $0.cpu, memoryMiB: $0.memory, networkMode: .awsvpc),
                tasks: ScalingRange(all: $0.tasks), capacity: .fargate(.onDemand))
        }
        let report = CostEstimator.estimate(CostRequest(services: services))
        #expect(report.services.last?.monthly.desired?.text(places: 2) == "144.16")
        #expect(counts.reduce(0) { $0 + $1.cpu * $1.tasks } == 23 * 1024)
        #expect(report.monthly.desired?.text(places: 2) == "828.92")
    }

    private func group(of type: String, instances: Int, weight: Int = 1) throws -> String? {
        var capacity = EC2Capacity(instances: .named([type]), minimumInstances: instances, maximumInstances: instances)
        capacity.weights = [type: weight]
        let service = ServiceCostRequest(
            name: "group", task: TaskDemand(cpuUnits: 128, memoryMiB: 128), tasks: ScalingRange(all: 1), capacity: .ec2(capacity))
        return CostEstimator.estimate(CostRequest(services: [service])).monthly.desired?.text(places: 2)
    }

    @Test func instancesOfGroups() throws {
        #expect(try group(of: "t2.medium", instances: 2) == "67.74")
        #expect(try group(of: "t3.medium", instances: 2) == "60.74")
        #expect(try group(of: "t3.large", instances: 2) == "121.47")
        #expect(try group(of: "t2.large", instances: 6, weight: 2) == "203.23")
    }

    @Test func volumesByTheGigabyte() throws {
        #expect(InstanceCatalog.builtIn.price(.ebsGP2, in: "us-east-1")?.usd == (try usd("0.1")))
        #expect(InstanceCatalog.builtIn.price(.ebsGP3, in: "us-east-1")?.usd == (try usd("0.08")))
    }

    @Test func queues() throws {
        let standard = try #require(InstanceCatalog.builtIn.price(.sqsStandard, in: "us-east-1")).usd
        let fifo = try #require(InstanceCatalog.builtIn.price(.sqsFIFO, in: "us-east-1")).usd
        let requests = Decimal(1_000_000) * QueueRequests.chunks(ofKibibytes: 128)
        let first = QueueRequestRate.standard(perMillion: standard).cost(of: requests, free: .zero)
        let second = QueueRequestRate.fifo(perMillion: fifo).cost(of: 1_000_000, free: .zero)
        #expect(first.text(places: 2) == "0.80")
        #expect(second.text(places: 2) == "0.50")
        #expect((first + second).text(places: 2) == "1.30")
    }

    /// A group of autoscaling_group_test: its instances, GB of gp2 and gp3 on each, whether monitoring is detailed, and what
    /// of its bill the calculator does not price, at Infracost's own figures.
    private struct Group {
        let type: String
        let instances: Int
        var gp2: Int?
        var gp3: Int?
        var isMonitored = false
        var weight = 1
        var notPriced: Decimal = 0

        /// The bill as the calculator sees it: a group without bounds to scale between.
        func report() -> CostReport {
            var capacity = EC2Capacity(
                instances: .named([type]), minimumInstances: instances, maximumInstances: instances, hostMemoryMiB: 0)
            capacity.weights = [type: weight]
            capacity.hasDetailedMonitoring = isMonitored
            capacity.volumes = [
                gp2.map { BlockVolume(type: "gp2", gibibytes: $0) }, gp3.map { BlockVolume(type: "gp3", gibibytes: $0) },
            ].compactMap { $0 }
            let service = ServiceCostRequest(
                name: "group", task: TaskDemand(cpuUnits: 128, memoryMiB: 128), tasks: ScalingRange(all: 1),
                capacity: .ec2(capacity))
            return CostEstimator.estimate(CostRequest(services: [service]))
        }
    }

    /// Not priced are EBS optimisation (0.02 an hour, r3.xlarge), CPU credits (0.05 a vCPU-hour), dedicated instances
    /// (0.074 an hour, m3.medium), Windows (0.06 an hour, t3.medium) and reservations (0.0261 an hour, t3.medium).
    private static func groups() throws -> [Group] {
        let optimised = try usd("29.2")
        let provisioned: Decimal = 31
        let dedicated = try usd("108.04")
        return [
            Group(type: "r3.xlarge", instances: 2, gp2: 8, notPriced: optimised),
            Group(type: "r3.xlarge", instances: 2, notPriced: optimised),
            Group(type: "t2.medium", instances: 6, gp2: 20, isMonitored: true),
            Group(type: "t2.medium", instances: 6, gp2: 10),
            Group(type: "t2.large", instances: 6, weight: 2),
            Group(type: "t2.large", instances: 3),
            Group(type: "t3.large", instances: 2, notPriced: 70),
            Group(type: "t3.large", instances: 2),
            Group(type: "t3.medium", instances: 2, gp2: 8, notPriced: 40),
            Group(type: "t2.medium", instances: 2, gp2: 10, notPriced: provisioned),
            Group(type: "t2.medium", instances: 2, gp2: 10, notPriced: provisioned),
            Group(type: "t2.medium", instances: 2, gp2: 20, gp3: 10, isMonitored: true),
            Group(type: "t2.medium", instances: 2, gp2: 20, gp3: 10, isMonitored: true),
            Group(type: "t2.medium", instances: 2, gp2: 20, gp3: 10, isMonitored: true),
            Group(type: "t2.medium", instances: 2, gp2: 8, isMonitored: true),
            Group(type: "t2.medium", instances: 2, isMonitored: true),
            Group(type: "t3.medium", instances: 2, gp2: 8),
            Group(type: "t2.medium", instances: 1, gp2: 10, notPriced: try usd("15.5")),
            Group(type: "t2.medium", instances: 1, gp2: 20, gp3: 10, isMonitored: true),
            Group(type: "t2.micro", instances: 2, gp2: 8, isMonitored: true),
            Group(type: "t3.micro", instances: 1, gp2: 10, isMonitored: true),
            // Dedicated twice, Windows and reserved: nothing of the instances is ours.
            Group(type: "t3.medium", instances: 0, notPriced: dedicated + dedicated + (try usd("1.6"))),
            Group(type: "t3.medium", instances: 0, notPriced: try usd("43.8") + usd("19.053") + usd("2.1") * 2 + usd("0.8") * 2),
        ]
    }

    @Test func autoScalingGroupsInAll() throws {
        var total = Decimal.zero
        for group in try Self.groups() {
            total += group.notPriced
            if group.instances > 0 { total += try #require(group.report().monthlyWithAdditional.desired) }
        }
        #expect(total.text(places: 2) == "3342.02")
    }

    @Test func detailedMonitoringIsSevenMetricsAnInstance() throws {
        let report = Group(type: "t2.medium", instances: 2, isMonitored: true).report()
        #expect(report.additional.map(\.item) == [.detailedMonitoring])
        #expect(report.additional.first?.monthly.desired == (try usd("4.2")))
        #expect(report.catalogDates.otherAsOf == "2026-08-21")
    }

    private func volume(_ volume: BlockVolume) throws -> Decimal {
        var capacity = EC2Capacity(instances: .named(["t3.large"]))
        capacity.volumes = [volume]
        let service = ServiceCostRequest(
            name: "volume", task: TaskDemand(cpuUnits: 128, memoryMiB: 128), tasks: ScalingRange(all: 1), capacity: .ec2(capacity)
        )
        return try #require(CostEstimator.estimate(CostRequest(services: [service])).additional.first?.monthly.desired)
    }

    /// ebs_volume_test: 60.50 in all, of which 2.05 are two magnetic volumes and their requests, which have no price here.
    @Test func volumesOfEveryType() throws {
        let volumes: [(BlockVolume, String)] = [
            (BlockVolume(type: "io1", gibibytes: 30, operations: 300), "23.25"),
            (BlockVolume(type: "io2", gibibytes: 30, operations: 300), "23.25"),
            (BlockVolume(type: "gp3", gibibytes: 40, operations: 4000, throughputMiBps: 130), "8.40"),
            (BlockVolume(type: "st1", gibibytes: 40), "1.80"),
            (BlockVolume(type: "gp2", gibibytes: 10), "1.00"), (BlockVolume(type: "sc1", gibibytes: 50), "0.75"),
        ]
        for (item, price) in volumes { #expect(try volume(item).text(places: 2) == price, "\(item)") }
        let sum = try volumes.reduce(usd("2.05")) { $0 + (try volume($1.0)) }
        #expect(sum.text(places: 2) == "60.50")
        #expect(try volume(BlockVolume(type: "gp3", gibibytes: 40, operations: 3000, throughputMiBps: 125)) == usd("3.2"))
    }

    @Test func aVolumeWithoutAPriceIsUnknown() throws {
        var capacity = EC2Capacity(instances: .named(["t3.large"]))
        capacity.volumes = [
            BlockVolume(type: "io1", gibibytes: 30), BlockVolume(type: "io2", gibibytes: 30, operations: 40_000),
            BlockVolume(type: "gp9", gibibytes: 20),
        ]
        let service = ServiceCostRequest(
            name: "volume", task: TaskDemand(cpuUnits: 128, memoryMiB: 128), tasks: ScalingRange(all: 1), capacity: .ec2(capacity)
        )
        let report = CostEstimator.estimate(CostRequest(services: [service]))
        #expect(report.additional.map(\.monthly.desired) == [nil, try usd("2447.75"), nil])
        #expect(report.diagnostics.filter { $0.code == .volumeNotPriced }.count == 2)
    }
}
