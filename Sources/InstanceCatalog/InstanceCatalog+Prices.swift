extension InstanceCatalog {
    /// US dollars an hour for Linux on demand, shared tenancy; `nil` when the catalog lacks the price.
    public func onDemandPrice(of instanceType: String, in region: String) -> DatedPrice? {
        guard let row = ec2Row(instanceType, region), let usd = row.decimal(1) else { return nil }
        let origin = source(row.text(2))
        return DatedPrice(usd: usd, asOf: origin.asOf, source: origin.name)
    }

    /// What Spot saves over on demand, as the Spot Instance Advisor saw it; `nil` when the catalog lacks it.
    public func spotSaving(of instanceType: String, in region: String) -> SpotSaving? {
        guard let row = ec2Row(instanceType, region), let percent = row.decimal(3) else { return nil }
        let origin = source(row.text(5))
        return SpotSaving(
            percent: percent, interruptionBand: row.text(4), asOf: origin.asOf, source: origin.name)
    }

    /// A Spot price of the past in US dollars an hour, to look at; costs are not reckoned with it.
    public func historicalSpotPrice(of instanceType: String, in region: String) -> DatedPrice? {
        guard let row = ec2Row(instanceType, region), let usd = row.decimal(6) else { return nil }
        let origin = source(row.text(7))
        return DatedPrice(usd: usd, asOf: origin.asOf, source: origin.name)
    }

    /// Calls `body` with every type that has an on-demand price in the region, sorted by name.
    public func forEachOnDemandPrice(in region: String, _ body: (String, DatedPrice) -> Void) {
        var origins: [String: (asOf: String?, name: String?)] = [:]
        ec2Table(region)?.forEach { row in
            guard let usd = row.decimal(1) else { return }
            let key = row.text(2) ?? ""
            let origin = origins[key] ?? source(key)
            origins[key] = origin
            body(row.key, DatedPrice(usd: usd, asOf: origin.asOf, source: origin.name))
        }
    }

    /// The newest day of any on-demand price of the catalog.
    public var newestOnDemandDate: String? {
        sources.filter { $0.dataset == "EC2 on demand" }.compactMap(\.asOf).max()
    }

    /// Fargate's rates for Linux; `nil` when the catalog has no row for the region and architecture.
    public func fargateRate(in region: String, architecture: ProcessorArchitecture) -> FargateRate? {
        guard let row = table("fargate-rates.tsv")?.row("\(region)/\(architecture.rawValue)") else { return nil }
        return FargateRate(row, source: source(row.text(8)).name)
    }

    /// The pairs of CPU and memory that Fargate accepts, by CPU, then memory.
    public var fargateSizes: [FargateSize] {
        var result: [FargateSize] = []
        table("fargate-sizes.tsv")?.forEach { row in
            if let size = FargateSize(row) { result.append(size) }
        }
        return result
    }

    /// A price beside those of compute; `nil` when the catalog lacks it for the region.
    public func price(_ item: OtherPrice, in region: String) -> DatedPrice? {
        guard let row = table("other-prices.tsv")?.row("\(item.rawValue)/\(region)"), let usd = row.decimal(2) else {
            return nil
        }
        let origin = source(row.text(3))
        return DatedPrice(usd: usd, asOf: origin.asOf, source: origin.name)
    }

    /// Whether the catalog has any price for the region.
    public func knows(region: String) -> Bool {
        ec2Table(region) != nil || ProcessorArchitecture.allCases.contains { fargateRate(in: region, architecture: $0) != nil }
    }

    private func ec2Table(_ region: String) -> CatalogTable? {
        guard regions.contains(region) else { return nil }
        return table("ec2-prices/\(region).tsv")
    }

    private func ec2Row(_ instanceType: String, _ region: String) -> CatalogRow? {
        ec2Table(region)?.row(instanceType)
    }
}
