import InstanceCatalog
import Testing

@Suite struct InstanceCatalogTests {
    private let catalog = InstanceCatalog.builtIn

    @Test func findsAnInstanceType() throws {
        let type = try #require(catalog.instanceType("t3a.small"))
        #expect(type.vcpus == 2)
        #expect(type.memoryMiB == 2048)
        #expect(type.architecture == .x86_64)
        #expect(type.maximumNetworkInterfaces == 2)
        #expect(type.gpus == 0)
        #expect(type.isBurstable == true)
        #expect(type.awsvpcTasksWithTrunking == nil)
    }

    @Test func doesNotInventWhatTheTablesLack() throws {
        #expect(catalog.instanceType("m5.huge") == nil)
        #expect(catalog.instanceType("") == nil)
        #expect(catalog.instanceType("m5.larg") == nil)
        #expect(catalog.instanceType("m5.large ") == nil)
        #expect(catalog.instanceType("#instance-type") == nil)
        #expect(catalog.onDemandPrice(of: "c8i.large", in: "eu-west-1") == nil)
        #expect(catalog.onDemandPrice(of: "m5.large", in: "mars-1") == nil)
        #expect(catalog.onDemandPrice(of: "m5.large", in: "../ec2-prices/us-east-1") == nil)
        #expect(try #require(catalog.instanceType("cc2.8xlarge")).architecture == nil)
        #expect(catalog.price(.sqsStandard, in: "eu-north-1") == nil)
    }

    @Test func everyTypeThatIsListedIsFound() {
        let types = catalog.instanceTypes
        #expect(types.count > 1300)
        #expect(types.map(\.name) == types.map(\.name).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
        for type in types { #expect(catalog.instanceType(type.name) == type) }
    }

    @Test(arguments: InstanceCatalog.builtIn.regions)
    func everyPriceThatIsListedIsFound(region: String) {
        var count = 0
        catalog.forEachOnDemandPrice(in: region) { name, price in
            count += 1
            #expect(catalog.onDemandPrice(of: name, in: region) == price)
            #expect(price.asOf != nil)
            #expect(price.usd > 0)
        }
        #expect(count > 100 || region == "ap-east-2")
    }

    @Test func pricesCarryDateAndSource() throws {
        let price = try #require(catalog.onDemandPrice(of: "t3a.small", in: "us-east-1"))
        #expect(price.usd == Decimal("0.0188"))
        #expect(price.asOf == "2026-07-20")
        #expect(try #require(price.source).contains("karpenter"))
        #expect(catalog.onDemandPrice(of: "m5.xlarge", in: "eu-central-1")?.usd == Decimal("0.23"))
        #expect(catalog.onDemandPrice(of: "m5.xlarge", in: "eu-central-1")?.asOf == "2025-04-04")
        #expect(catalog.newestOnDemandDate == "2026-07-20")
    }

    @Test func spotSavingIsADatedPercentage() throws {
        let saving = try #require(catalog.spotSaving(of: "m5.large", in: "us-east-1"))
        #expect(saving.percent >= 0 && saving.percent <= 100)
        #expect(saving.asOf == "2025-06-28")
        #expect(saving.interruptionBand != nil)
        #expect(catalog.historicalSpotPrice(of: "m5.large", in: "us-east-1")?.asOf == "2024-05-14")
    }

    @Test func registeredMemoryTakesTheNewestMeasurement() throws {
        let c5 = catalog.registeredMemory(of: try #require(catalog.instanceType("c5.large")))
        #expect(c5.mebibytes == 3704)
        guard case .measured(let asOf, _) = c5.origin else { Issue.record("c5.large is measured"); return }
        #expect(asOf == "2020-07-21")
        #expect(catalog.registeredMemory(of: try #require(catalog.instanceType("t3.small"))).mebibytes == 1901)
    }

    @Test(arguments: [("t2.micro", 993), ("t2.small", 2001), ("m4.large", 7985), ("m4.xlarge", 16_048), ("m4.2xlarge", 32_176)])
    func registeredMemoryOfTheMeasuredTypes(name: String, mebibytes: Int) throws {
        #expect(catalog.registeredMemory(of: try #require(catalog.instanceType(name))).mebibytes == mebibytes)
    }

    @Test func registeredMemoryIsEstimatedWhereNobodyMeasured() throws {
        let memory = catalog.registeredMemory(of: try #require(catalog.instanceType("t3a.small")))
        #expect(memory == RegisteredMemory(mebibytes: 1894, origin: .estimated))
    }

    @Test func fargateRatesKeepWhatIsUnknown() throws {
        let x86 = try #require(catalog.fargateRate(in: "us-east-1", architecture: .x86_64))
        #expect(x86.vcpuHour == Decimal("0.04048"))
        #expect(x86.memoryGBHour == Decimal("0.004445"))
        #expect(x86.ephemeralGBHour == Decimal("0.000111"))
        #expect(x86.asOf == "2026-09-29")
        let mumbai = try #require(catalog.fargateRate(in: "ap-south-1", architecture: .arm64))
        #expect(mumbai.spotVCPUHour == nil)
        #expect(catalog.fargateRate(in: "us-west-2", architecture: .arm64) == nil)
    }

    @Test func otherPricesAreThere() {
        #expect(catalog.price(.ebsGP3, in: "us-east-1")?.usd == Decimal("0.08"))
        #expect(catalog.price(.sqsStandard, in: "us-east-1")?.usd == Decimal("0.4"))
    }

    @Test func regionsAreKnownWithAnyPrice() {
        #expect(catalog.knows(region: "eu-west-1"))
        #expect(!catalog.knows(region: "eu-west-9"))
        #expect(catalog.regions.count == 35)
    }

    @Test func sourcesCountWhatRestsOnThem() {
        let onDemand = catalog.sources.filter { $0.dataset == "EC2 on demand" }
        var prices = 0
        for region in catalog.regions { catalog.forEachOnDemandPrice(in: region) { _, _ in prices += 1 } }
        #expect(onDemand.map(\.figures).reduce(0, +) == prices)
    }
}
