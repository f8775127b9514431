import InstanceCatalog
import Testing
import Text

/// Reads what the AWS CLI prints, in the forms that its service models document.
@Suite struct CatalogImportTests {
    private let today = CivilDay(number: 20_778)

    /// The catalog after an import of texts, given in pieces of a few bytes as a stream might come.
    private func imported(
        _ texts: [String], region: String? = nil, discount: Decimal = 0, over files: [String: [UInt8]] = [:]
    ) throws -> (catalog: InstanceCatalog, files: [String: [UInt8]]) {
        var prices = CatalogImport(region: region, discountPercent: discount, today: today)
        for text in texts { try prices.read(file: "input", next: Self.pieces(of: text)) }
        let tables = try prices.merged(into: files)
        return (InstanceCatalog.builtIn.overlaid(with: try CatalogLayer(files: tables)), tables)
    }

    private static func pieces(of text: String) -> () throws -> [UInt8] {
        var rest = Array(text.utf8)[...]
        return {
            let piece = Array(rest.prefix(7))
            rest = rest.dropFirst(7)
            return piece
        }
    }

    private func failure(_ text: String) -> ImportError? {
        do {
            _ = try imported([text])
            return nil
        } catch { return error as? ImportError }
    }

    private func usd(_ text: String) throws -> Decimal { try #require(Decimal(text)) }

    static let spotHistory = """
        {"SpotPriceHistory": [
          {"AvailabilityZone": "eu-west-1a", "InstanceType": "m5.large", "ProductDescription": "Linux/UNIX", "SpotPrice": "0.040000", "Timestamp": "2026-11-20T10:00:00+00:00"},
          {"AvailabilityZone": "eu-west-1a", "InstanceType": "m5.large", "ProductDescription": "Linux/UNIX", "SpotPrice": "0.090000", "Timestamp": "2026-11-19T10:00:00+00:00"},
          {"AvailabilityZone": "eu-west-1b", "InstanceType": "m5.large", "ProductDescription": "Linux/UNIX (Amazon VPC)", "SpotPrice": "0.050000", "Timestamp": "2026-11-18T09:00:00+00:00"},
          {"AvailabilityZone": "eu-west-1b", "InstanceType": "m5.large", "ProductDescription": "Windows", "SpotPrice": "0.15", "Timestamp": "2026-11-20T09:00:00+00:00"}]}
        """

    @Test func spotPriceIsTheMeanOfTheNewestOfEachZone() throws {
        let catalog = try imported([Self.spotHistory]).catalog
        let price = try #require(catalog.importedSpotPrice(of: "m5.large", in: "eu-west-1"))
        #expect(price.usd == (try usd("0.045")))
        #expect(price.asOf == "2026-11-20")
        #expect(
            catalog.onDemandPrice(of: "m5.large", in: "eu-west-1")
                == InstanceCatalog.builtIn.onDemandPrice(of: "m5.large", in: "eu-west-1"))
        #expect(
            catalog.spotSaving(of: "m5.large", in: "eu-west-1")
                == InstanceCatalog.builtIn.spotSaving(of: "m5.large", in: "eu-west-1"))
        #expect(InstanceCatalog.builtIn.importedSpotPrice(of: "m5.large", in: "eu-west-1") == nil)
    }

    @Test func instanceTypesKeepWhatEC2DoesNotTell() throws {
        let text = """
            {"InstanceTypes": [
              {"InstanceType": "m5.large", "VCpuInfo": {"DefaultVCpus": 2, "DefaultCores": 1}, "MemoryInfo": {"SizeInMiB": 8192},
               "ProcessorInfo": {"SupportedArchitectures": ["x86_64"]}, "SupportedUsageClasses": ["on-demand", "spot"],
               "BareMetal": false, "BurstablePerformanceSupported": false, "NetworkInfo": {"MaximumNetworkInterfaces": 3}},
              {"InstanceType": "z9.huge", "VCpuInfo": {"DefaultVCpus": 64}, "MemoryInfo": {"SizeInMiB": 262144},
               "ProcessorInfo": {"SupportedArchitectures": ["arm64"]}, "GpuInfo": {"Gpus": [{"Count": 4}], "TotalGpuMemoryInMiB": 65536}}]}
            """
        let catalog = try imported([text]).catalog
        let known = try #require(catalog.instanceType("m5.large"))
        #expect(known.awsvpcTasksWithTrunking == 10)
        let new = try #require(catalog.instanceType("z9.huge"))
        #expect(
            new.vcpus == 64 && new.memoryMiB == 262_144 && new.architecture == .arm64 && new.gpus == 4
                && new.gpuMemoryMiB == 65_536)
        #expect(new.maximumNetworkInterfaces == nil)
        #expect(catalog.instanceTypes.count == InstanceCatalog.builtIn.instanceTypes.count + 1)
        #expect(catalog.instanceTypes.map(\.name) == catalog.instanceTypes.map(\.name).sorted())
    }

    private static func product(
        _ type: String, system: String = "Linux", tenancy: String = "Shared", software: String = "NA"
    ) -> String {
        """
        {"sku": "S", "productFamily": "Compute Instance", "attributes": {"servicecode": "AmazonEC2", "instanceType": "\(type)", \
        "operatingSystem": "\(system)", "tenancy": "\(tenancy)", "preInstalledSw": "\(software)", "capacitystatus": "Used", \
        "regionCode": "eu-west-1", "usagetype": "EU-BoxUsage:\(type)"}}
        """
    }

    private static func terms(_ price: String) -> String {
        """
        {"S.JRTC": {"offerTermCode": "JRTC", "sku": "S", "priceDimensions": {"S.JRTC.6YS": {"unit": "Hrs", "pricePerUnit": {"USD": "\(price)"}}}, "termAttributes": {}}}
        """
    }

    private static func fargate(_ usage: String) -> String {
        """
        {"sku": "F", "productFamily": "Compute", "attributes": {"servicecode": "AmazonECS", "regionCode": "us-east-2", "usagetype": "\(usage)"}}
        """
    }

    @Test func offerFilesArePricedByTheirTerms() throws {
        let text = """
            {"formatVersion": "v1.0", "disclaimer": "x", "offerCode": "AmazonEC2", "publicationDate": "2026-11-15T00:00:00Z",
             "products": {"A": \(Self.product("c8i.large")), "B": \(Self.product("c8i.large", system: "Windows")),
               "C": \(Self.product("c8i.large", tenancy: "Dedicated")), "D": \(Self.product("c8i.large", software: "SQL Web")),
               "E": \(Self.product("m5.large")), "F": {"sku": "F", "productFamily": "Storage", "attributes": {}}},
             "terms": {"OnDemand": {"A": \(Self.terms("0.0905000000")), "B": \(Self.terms("0.2")), "C": \(Self.terms("0.3")), "D": \(Self.terms("0.4")), "E": \(Self.terms("0.0000000000"))},
               "Reserved": {"A": \(Self.terms("0.01"))}}}
            """
        let catalog = try imported([text]).catalog
        let price = try #require(catalog.onDemandPrice(of: "c8i.large", in: "eu-west-1"))
        #expect(price.usd == (try usd("0.0905")))
        #expect(price.asOf == "2026-11-15")
        #expect(catalog.onDemandPrice(of: "m5.large", in: "eu-west-1")?.asOf == "2026-02-07")
    }

    @Test func getProductsPrintsProductsAsTexts() throws {
        let entry =
            "{\"product\": \(Self.product("c8i.large")), \"serviceCode\": \"AmazonEC2\", \"terms\": {\"OnDemand\": \(Self.terms("0.0905"))}, \"publicationDate\": \"2026-11-14T01:02:03Z\"}"
        let escaped = entry.reduce(into: "") { text, character in
            text += character == "\"" || character == "\\" ? "\\\(character)" : character == "\n" ? "\\n" : String(character)
        }
        let catalog = try imported(["{\"FormatVersion\": \"aws_v1\", \"PriceList\": [\"\(escaped)\"]}"]).catalog
        #expect(catalog.onDemandPrice(of: "c8i.large", in: "eu-west-1")?.usd == (try usd("0.0905")))
        #expect(catalog.onDemandPrice(of: "c8i.large", in: "eu-west-1")?.asOf == "2026-11-14")
    }

    @Test func fargateRatesComeInParts() throws {
        let usages = [
            ("USE2-Fargate-ARM-vCPU-Hours:perCPU", "0.04"), ("USE2-Fargate-ARM-GB-Hours", "0.005"),
            ("USE2-Fargate-Windows-vCPU-Hours:perCPU", "0.09"),
        ]
        let products = usages.enumerated().map { "\"K\($0.offset)\": \(Self.fargate($0.element.0))" }.joined(separator: ", ")
        let terms = usages.enumerated().map { "\"K\($0.offset)\": \(Self.terms($0.element.1))" }.joined(separator: ", ")
        let catalog = try imported([
            "{\"publicationDate\": \"2026-11-01\", \"products\": {\(products)}, \"terms\": {\"OnDemand\": {\(terms)}}}"
        ]).catalog
        let rate = try #require(catalog.fargateRate(in: "us-east-2", architecture: .arm64))
        let before = try #require(InstanceCatalog.builtIn.fargateRate(in: "us-east-2", architecture: .arm64))
        #expect(rate.vcpuHour == (try usd("0.04")))
        #expect(rate.memoryGBHour == (try usd("0.005")))
        #expect(rate.asOf == "2026-11-01")
        #expect(rate.ephemeralGBHour == before.ephemeralGBHour && rate.spotVCPUHour == before.spotVCPUHour)
        #expect(
            catalog.fargateRate(in: "us-east-2", architecture: .x86_64)
                == InstanceCatalog.builtIn.fargateRate(in: "us-east-2", architecture: .x86_64))
    }

    private func offer(_ products: [(product: String, usd: String)]) -> String {
        let bodies = products.enumerated().map { "\"K\($0.offset)\": \($0.element.product)" }.joined(separator: ", ")
        let terms = products.enumerated().map { "\"K\($0.offset)\": \(Self.terms($0.element.usd))" }.joined(separator: ", ")
        return "{\"publicationDate\": \"2026-11-01\", \"products\": {\(bodies)}, \"terms\": {\"OnDemand\": {\(terms)}}}"
    }

    @Test func windowsIsPricedBesideLinux() throws {
        let text = offer([(Self.product("m5.large", system: "Windows"), "0.199"), (Self.product("m5.large"), "0.107")])
        let catalog = try imported([text]).catalog
        #expect(catalog.windowsPrice(of: "m5.large", in: "eu-west-1")?.usd == (try usd("0.199")))
        #expect(catalog.windowsPrice(of: "m5.large", in: "eu-west-1")?.asOf == "2026-11-01")
        #expect(catalog.onDemandPrice(of: "m5.large", in: "eu-west-1")?.usd == (try usd("0.107")))
        #expect(InstanceCatalog.builtIn.windowsPrice(of: "m5.large", in: "eu-west-1") == nil)
    }

    @Test func windowsOnFargateCostsItsLicenceToo() throws {
        let parts = [("USE2-Fargate-Windows-vCPU-Hours:perCPU", "0.09148"), ("USE2-Fargate-Windows-GB-Hours", "0.01005")]
        let licence = ("USE2-Fargate-Windows-OS-Hours:perCPU", "0.046")
        let whole = try imported([offer((parts + [licence]).map { (Self.fargate($0.0), $0.1) })]).catalog
        let rate = try #require(whole.windowsFargateRate(in: "us-east-2"))
        #expect(rate.vcpuHour == (try usd("0.13748")))
        #expect(rate.memoryGBHour == (try usd("0.01005")))
        #expect(rate.asOf == "2026-11-01" && rate.spotVCPUHour == nil)
        #expect(
            whole.fargateRate(in: "us-east-2", architecture: .x86_64)
                == InstanceCatalog.builtIn.fargateRate(in: "us-east-2", architecture: .x86_64))
        #expect(
            try imported([offer(parts.map { (Self.fargate($0.0), $0.1) })]).catalog.windowsFargateRate(in: "us-east-2") == nil)
    }

    @Test func volumesAndAddressesComeFromPriceListsToo() throws {
        func product(_ usage: String) -> String {
            "{\"productFamily\": \"Storage\", \"attributes\": {\"servicecode\": \"AmazonEC2\", \"regionCode\": \"eu-west-1\", \"usagetype\": \"\(usage)\"}}"
        }
        let catalog = try imported([
            offer([
                (product("EU-EBS:VolumeUsage.gp3"), "0.088"), (product("EU-EBS:VolumeUsage.piops"), "0.138"),
                (product("EU-PublicIPv4:InUseAddress"), "0.005"),
                (product("EU-EBS:SnapshotUsage"), "0.05"),
            ])
        ]).catalog
        #expect(
            catalog.price(.ebsGP3, in: "eu-west-1")
                == DatedPrice(usd: try usd("0.088"), asOf: "2026-11-01", source: "AWS price list, offer file"))
        #expect(catalog.price(.ebsIO1, in: "eu-west-1")?.usd == (try usd("0.138")))
        #expect(catalog.price(.publicIPv4, in: "eu-west-1")?.usd == (try usd("0.005")))
        #expect(catalog.price(.ebsGP2, in: "eu-west-1") == InstanceCatalog.builtIn.price(.ebsGP2, in: "eu-west-1"))
    }

    @Test func localZonesAreNotTheirRegion() throws {
        let zone = Self.product("m5.large").replacing(
            "\"regionCode\"", with: "\"locationType\": \"AWS Local Zone\", \"regionCode\"")
        #expect(try imported([offer([(zone, "9")])]).files.isEmpty)
    }

    @Test func ratesOfAUserTakeADiscount() throws {
        let catalog = try imported(["instance_type,usd_per_hour\r\nm5.large,\"0.100\"\r\n"], region: "eu-west-1", discount: 12)
            .catalog
        let price = try #require(catalog.onDemandPrice(of: "m5.large", in: "eu-west-1"))
        #expect(price.usd == (try usd("0.088")))
        #expect(price.asOf == "2026-11-21")
        #expect(price.source?.contains("less 12 %") == true)
    }

    @Test func aSecondImportKeepsWhatTheFirstBrought() throws {
        let first = try imported(["region,instance_type,usd_per_hour\neu-west-1,c8i.large,0.09\n"]).files
        let second = try imported([Self.spotHistory], over: first)
        #expect(second.catalog.onDemandPrice(of: "c8i.large", in: "eu-west-1")?.usd == (try usd("0.09")))
        #expect(second.catalog.importedSpotPrice(of: "m5.large", in: "eu-west-1")?.usd == (try usd("0.045")))
        let again = try imported([Self.spotHistory], over: second.files)
        #expect(again.files["ec2-prices/eu-west-1.tsv"] == second.files["ec2-prices/eu-west-1.tsv"])
        #expect(again.files["provenance.tsv"] == second.files["provenance.tsv"])
    }

    @Test func anUnknownRegionIsKnownOnceItIsImported() throws {
        let catalog = try imported(["region,instance_type,usd_per_hour\nmars-north-1,m5.large,0.5\n"]).catalog
        #expect(catalog.knows(region: "mars-north-1"))
        #expect(catalog.regions.contains("mars-north-1") && catalog.regions == catalog.regions.sorted())
        var names: [String] = []
        catalog.forEachOnDemandPrice(in: "mars-north-1") { name, _ in names.append(name) }
        #expect(names == ["m5.large"])
    }

    @Test(arguments: [
        "", "   ", "{", "[]", "{}", "{\"a\": 1}", "{\"InstanceTypes\": [{}]}", "{\"InstanceTypes\": 3}",
        "{\"SpotPriceHistory\": [{\"InstanceType\": \"../x\"}]}",
        "{\"PriceList\": [\"{\"]}", "{\"InstanceTypes\": []} x", "instance_type\n", "instance_type,usd_per_hour\nm5.large,-1\n",
        "instance_type,usd_per_hour\nm5.large,1e9\n", "{\"InstanceTypes\": [\"\\u12\"]}", "{\"x\": \"\u{1}\"}",
    ])
    func refusesWhatItCannotRead(text: String) {
        #expect(failure(text) != nil || (try? imported([text]).files.isEmpty) == true)
    }

    @Test func deepNestingIsRefused() {
        #expect(failure("{\"x\": " + String(repeating: "[", count: 100_000))?.message.contains("nested") == true)
    }

    @Test func tablesThatAreNotSortedAreRefused() {
        let text = "#instance-type\ton-demand-usd-hour\nb\t1\na\t2\n"
        #expect(throws: CatalogTableError.self) { try CatalogLayer(files: ["ec2-prices/eu-west-1.tsv": Array(text.utf8)]) }
        #expect(throws: CatalogTableError.self) { try CatalogLayer(files: ["provenance.tsv": []]) }
        #expect(throws: CatalogTableError.self) { try CatalogLayer(files: ["provenance.tsv": Array("#key".utf8)]) }
    }

    /// Prefixes and flipped bytes of good inputs end in an error or an import, never otherwise.
    @Test func damagedInputNeverCrashes() {
        let bytes = Array(Self.spotHistory.utf8)
        for index in stride(from: 0, to: bytes.count, by: 3) {
            var damaged = bytes
            damaged[index] = damaged[index] ^ 0x15
            for input in [Array(bytes.prefix(index)), damaged] {
                var prices = CatalogImport(today: today)
                var rest: [UInt8]? = input
                try? prices.read(file: "input") {
                    defer { rest = nil }
                    return rest ?? []
                }
                #expect(prices.counts.instanceTypes == 0)
            }
        }
    }
}
