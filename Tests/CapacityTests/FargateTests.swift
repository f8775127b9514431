import Capacity
import InstanceCatalog
import Testing

@Suite struct FargateTests {
    private let sizing = FargateSizing(sizes: InstanceCatalog.builtIn.fargateSizes)

    private func rate(_ architecture: ProcessorArchitecture = .x86_64) throws -> FargateRate {
        try #require(InstanceCatalog.builtIn.fargateRate(in: "us-east-1", architecture: architecture))
    }

    private func size(_ cpu: Int, _ memory: Int) throws -> FargateSize {
        try #require(sizing.sizes.first { $0.cpuUnits == cpu && $0.memoryMiB == memory })
    }

    private func month(_ cpu: Int, _ memory: Int, _ architecture: ProcessorArchitecture = .x86_64) throws -> String {
        let hour = try #require(try rate(architecture).onDemandHour(of: try size(cpu, memory)))
        return (hour * 730).text(places: 2)
    }

    @Test func legalSizesFollowTheTable() {
        let steps: [(cpu: Int, memory: [Int])] = [
            (256, [512, 1024, 2048]),
            (512, Array(stride(from: 1024, through: 4096, by: 1024))),
            (1024, Array(stride(from: 2048, through: 8192, by: 1024))),
            (2048, Array(stride(from: 4096, through: 16384, by: 1024))),
            (4096, Array(stride(from: 8192, through: 30720, by: 1024))),
            (8192, Array(stride(from: 16384, through: 61440, by: 4096))),
            (16384, Array(stride(from: 32768, through: 122_880, by: 8192))),
            (32768, [61440, 122_880, 249_856]),
        ]
        for (cpu, memory) in steps {
            #expect(sizing.sizes.filter { $0.cpuUnits == cpu }.map(\.memoryMiB) == memory)
        }
        #expect(sizing.sizes.count == steps.reduce(0) { $0 + $1.memory.count })
        #expect(sizing.isLegal(cpuUnits: 512, memoryMiB: 1024))
        #expect(!sizing.isLegal(cpuUnits: 200, memoryMiB: 128))
        #expect(!sizing.isLegal(cpuUnits: 256, memoryMiB: 512, isWindows: true))
    }

    @Test(arguments: [(300, 700, 512, 1024), (200, 5000, 1024, 5120), (4096, 31000, 8192, 32768), (200, 128, 256, 512)])
    func cheapestLegalSize(cpu: Int, memory: Int, legalCPU: Int, legalMemory: Int) throws {
        for rate in [try rate(), nil] {
            let found = sizing.cheapest(cpuUnits: cpu, memoryMiB: memory, rate: rate)
            #expect(found?.cpuUnits == legalCPU && found?.memoryMiB == legalMemory)
        }
    }

    @Test func nothingFitsWhatIsLargerThanTheLargest() throws {
        #expect(sizing.cheapest(cpuUnits: 32769, memoryMiB: 1024, rate: try rate()) == nil)
    }

    @Test func monthsCostWhatAWSCharges() throws {
        #expect(try month(512, 1024) == "18.02")
        #expect(try month(1024, 2048) == "36.04")
        #expect(try month(16384, 122_880) == "862.19")
        #expect((try #require(try rate().onDemandHour(of: try size(256, 512))) * 730 * 18).text(places: 2) == "162.18")
        #expect(try rate().onDemandHour(of: try size(512, 1024)) == usd("0.024685"))
    }

    @Test func armCostsAFifthLess() throws {
        #expect(try rate(.arm64).vcpuHour == usd("0.03238"))
        #expect(try rate(.arm64).memoryGBHour == usd("0.00356"))
    }

    @Test func storageAboveTwentyGigabytesCosts() throws {
        #expect(try (#require(rate().ephemeralHour(gigabytes: 50)) * 730).text(places: 2) == "2.43")
        #expect(try rate().ephemeralHour(gigabytes: 20) == .zero)
        let mumbai = try #require(InstanceCatalog.builtIn.fargateRate(in: "ap-south-1", architecture: .arm64))
        #expect(mumbai.ephemeralHour(gigabytes: 21) == nil)
        #expect(mumbai.ephemeralHour(gigabytes: 20) == .zero)
    }

    @Test func aShortRunCountsAMinute() throws {
        #expect(try rate().cost(of: size(512, 1024), seconds: 37)?.text(places: 6) == "0.000411")
        #expect(try rate().cost(of: size(512, 1024), seconds: 3600) == usd("0.024685"))
    }

    @Test func elevenTasksSplitNineToTwo() throws {
        let hour = try #require(try rate().onDemandHour(of: try size(512, 1024)))
        #expect((hour * 730 * 11).text(places: 2) == "198.22")
        let mixed = hour * 730 * 2 + (hour * 730 * 9).percent(30)
        #expect(mixed.text(places: 2) == "84.69")
    }
}
