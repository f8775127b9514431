import Capacity
import InstanceCatalog
import Testing

/// Figures that Infracost publishes as its own tests' results (us-east-1, 730 hours), to the cent.
@Suite struct InfracostGoldenTests {
    private func rate() throws -> FargateRate {
        try #require(InstanceCatalog.builtIn.fargateRate(in: "us-east-1", architecture: .x86_64))
    }

    @Test(arguments: [(1, "29.55", "6.49"), (2, "59.10", "12.98"), (3, "88.65", "19.47"), (4, "118.20", "25.96"), (5, "147.75", "32.45")])
    func fargateTasksOfOneCPU(tasks: Int, cpu: String, memory: String) throws {
        let rate = try rate()
        #expect(try (#require(rate.vcpuHour) * 730 * tasks).text(places: 2) == cpu)
        #expect(try (#require(rate.memoryGBHour) * 730 * tasks * 2).text(places: 2) == memory)
    }

    @Test func fargateServicesInAll() throws {
        let counts: [(cpu: Int, memory: Int, tasks: Int)] = [(1024, 2048, 1), (1024, 2048, 2), (1024, 2048, 3), (1024, 2048, 4), (1024, 2048, 4), (1024, 2048, 5), (2048, 4096, 2)]
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
}
