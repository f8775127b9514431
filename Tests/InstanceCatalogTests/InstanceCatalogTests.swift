import Testing

@testable import InstanceCatalog

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
        #expect(catalog.onDemandPrice(of: "m5.xlarge", in: "eu-central-1")?.asOf == "2026-02-07")
        #expect(catalog.newestOnDemandDate == "2026-07-20")
    }

    @Test func spotSavingIsADatedPercentage() throws {
        let saving = try #require(catalog.spotSaving(of: "m5.large", in: "us-east-1"))
        #expect(saving.percent >= 0 && saving.percent <= 100)
        #expect(saving.asOf == "2025-06-28")
        #expect(saving.interruptionBand != nil)
        #expect(catalog.historicalSpotPrice(of: "m5.large", in: "us-east-1")?.asOf == "2026-05-13")
        #expect(catalog.historicalSpotPrice(of: "m5.large", in: "eu-west-1")?.asOf == "2024-05-14")
    }

    @Test func registeredMemoryTakesTheLowestMeasurement() throws {
        let c5 = catalog.registeredMemory(of: try #require(catalog.instanceType("c5.large")))
        #expect(c5.mebibytes == 3663)
        guard case .measured(let asOf, _) = c5.origin else { Issue.record("c5.large is measured"); return }
        #expect(asOf == "2023-07-03")
        #expect(catalog.registeredMemory(of: try #require(catalog.instanceType("t3.small"))).mebibytes == 1901)
    }

    // What AWS documents for ECS itself comes before all others: m4.large.
    @Test(arguments: [
        ("t2.micro", 945), ("t2.small", 1952), ("t3a.small", 1907), ("m4.large", 7985), ("m4.xlarge", 15_978),
        ("m4.2xlarge", 32_082), ("c7g.large", 3811),
    ])
    func registeredMemoryOfTheMeasuredTypes(name: String, mebibytes: Int) throws {
        let memory = catalog.registeredMemory(of: try #require(catalog.instanceType(name)))
        #expect(memory.mebibytes == mebibytes && memory.origin != .estimated)
    }

    @Test func registeredMemoryErrsLowWhereNobodyMeasured() throws {
        let own = catalog.registeredMemory(of: try #require(catalog.instanceType("c8gd.large")))
        // Measured types of 4 GiB on Nitro with ARM lose 8.62 % at most.
        #expect(own == RegisteredMemory(mebibytes: 3742, origin: .estimated))
        func bound(_ nominal: Int) -> Int {
            catalog.registeredMemory(of: InstanceType(name: "z9.large", vcpus: 2, memoryMiB: nominal)).mebibytes
        }
        #expect(bound(0) == 0 && bound(100) == 79 && bound(512) == 406)
        #expect(bound(4096) == 3662 && bound(5000) == 4471 && bound(99_999_999_999) < 99_999_999_999)
        #expect(bound(.max) > 0 && bound(-1) <= 0)
    }

    @Test func boundsAreBelowEveryMeasurement() {
        for type in catalog.instanceTypes {
            let measured = catalog.registeredMemory(of: type)
            let bound = catalog.registeredMemory(of: InstanceType(name: "z9.large", vcpus: 2, memoryMiB: type.memoryMiB))
            #expect(measured.mebibytes >= bound.mebibytes && measured.mebibytes < type.memoryMiB, "\(type.name)")
        }
    }

    @Test func burstableTypesHaveCredits() throws {
        let credits = try #require(catalog.cpuCredits(of: "t3a.small"))
        #expect(credits.baselinePercent == 20 && credits.perHour == 24 && credits.most == 576)
        #expect(credits.isUnlimitedByDefault && credits.surplusVCPUHour.usd == Decimal("0.05"))
        #expect(catalog.cpuCredits(of: "t4g.small")?.surplusVCPUHour.usd == Decimal("0.04"))
        #expect(catalog.cpuCredits(of: "t2.small")?.isUnlimitedByDefault == false)
        #expect(catalog.cpuCredits(of: "m5.large") == nil)
        for type in catalog.instanceTypes where type.name.hasPrefix("t") && type.isBurstable == true {
            #expect(catalog.cpuCredits(of: type.name) != nil || type.name.hasPrefix("t1."), "\(type.name)")
        }
    }

    @Test(arguments: [
        ("m6i.large", "0.12"), ("g6.xlarge", "0.078"), ("gr6.4xlarge", "0.078"), ("g4dn.xlarge", "0.078"),
        ("p5.48xlarge", "0.048"),
        ("p6-b200.48xlarge", "0.048"), ("trn1.2xlarge", "0.048"), ("inf2.xlarge", "0.12"),
    ])
    func managedInstancesHaveAFee(type: String, share: String) {
        #expect(catalog.managedInstancesFee(of: type)?.usd == Decimal(share))
        #expect(catalog.managedInstancesFee(of: type)?.asOf != nil)
    }

    @Test func trunkingOfNewTypesIsWorkedOut() throws {
        let new = try #require(catalog.instanceType("m7i.large"))
        #expect(new.awsvpcTasksWithTrunking == 10 && new.awsvpcTasks == 2 && new.awsvpcTasksAreWorkedOut)
        let documented = try #require(catalog.instanceType("m5.large"))
        #expect(documented.awsvpcTasksWithTrunking == 10 && !documented.awsvpcTasksAreWorkedOut)
    }

    @Test func coverageSaysHowOldAndWhatIsMissing() throws {
        func coverage(_ region: String, _ kind: CatalogCoverage.Kind) throws -> CatalogCoverage {
            try #require(catalog.coverage(of: region).first { $0.kind == kind })
        }
        var prices = 0
        catalog.forEachOnDemandPrice(in: "eu-west-1") { _, _ in prices += 1 }
        let europe = try coverage("eu-west-1", .onDemand)
        #expect(europe.figures == prices && europe.newest == "2026-02-07" && europe.oldest == "2026-02-07")
        #expect(try coverage("us-east-2", .onDemand).oldest == "2025-04-04")
        #expect(try coverage("ap-east-2", .onDemand).figures == 0)
        #expect(try coverage("mx-central-1", .fargate).figures == 0)
        #expect(try coverage("eu-north-1", .storage).oldest == "2025-10-28")
        #expect(try coverage("eu-north-1", .queues) == CatalogCoverage(kind: .queues))
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
