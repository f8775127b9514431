extension InstanceCatalog {
    /// US dollars an hour for Linux on demand, shared tenancy; `nil` when the catalog lacks the price.
    package func onDemandPrice(of instanceType: String, in region: String) -> DatedPrice? {
        first { Self.price(in: $0, of: instanceType, region, column: 1, key: 2) }
    }

    /// US dollars an hour for Windows on demand; `nil` unless a user imported it.
    package func windowsPrice(of instanceType: String, in region: String) -> DatedPrice? {
        first { Self.price(in: $0, of: instanceType, region, column: 8, key: 9) }
    }

    /// What Spot saves over on demand, as the Spot Instance Advisor saw it; `nil` when the catalog lacks it.
    package func spotSaving(of instanceType: String, in region: String) -> SpotSaving? {
        first { layer in
            guard let row = layer.ec2Table(region)?.row(instanceType), let percent = row.decimal(3) else { return nil }
            let origin = layer.source(row.text(5))
            return SpotSaving(percent: percent, interruptionBand: row.text(4), asOf: origin.asOf, source: origin.name)
        }
    }

    /// A Spot price in US dollars an hour that a user imported; `nil` when nobody did.
    package func importedSpotPrice(of instanceType: String, in region: String) -> DatedPrice? {
        first { $0.isBuiltIn ? nil : Self.price(in: $0, of: instanceType, region, column: 6, key: 7) }
    }

    /// A Spot price of the past in US dollars an hour, to look at; costs are not reckoned with it unless it was imported.
    package func historicalSpotPrice(of instanceType: String, in region: String) -> DatedPrice? {
        first { Self.price(in: $0, of: instanceType, region, column: 6, key: 7) }
    }

    private static func price(
        in layer: CatalogLayer, of instanceType: String, _ region: String, column: Int, key: Int
    ) -> DatedPrice? {
        guard let row = layer.ec2Table(region)?.row(instanceType), let usd = row.decimal(column) else { return nil }
        let origin = layer.source(row.text(key))
        return DatedPrice(usd: usd, asOf: origin.asOf, source: origin.name)
    }

    /// Calls `body` with every type that has an on-demand price in the region, once each.
    package func forEachOnDemandPrice(in region: String, _ body: (String, DatedPrice) -> Void) {
        var seen: Set<String> = []
        for layer in layers {
            var origins: [String: (asOf: String?, name: String?)] = [:]
            layer.ec2Table(region)?.forEach { row in
                guard let usd = row.decimal(1), layers.count == 1 || seen.insert(row.key).inserted else { return }
                let key = row.text(2) ?? ""
                let origin = origins[key] ?? layer.source(key)
                origins[key] = origin
                body(row.key, DatedPrice(usd: usd, asOf: origin.asOf, source: origin.name))
            }
        }
    }

    /// The newest day of any on-demand price.
    package var newestOnDemandDate: String? {
        sources.filter { $0.dataset == "EC2 on demand" }.compactMap(\.asOf).max()
    }

    /// Fargate's rates for Linux; `nil` when the catalog has no row for the region and architecture.
    package func fargateRate(in region: String, architecture: ProcessorArchitecture) -> FargateRate? {
        fargateRate("\(region)/\(architecture.rawValue)")
    }

    /// Fargate's rates for Windows, the licence among the price of a vCPU; `nil` unless a user imported them.
    package func windowsFargateRate(in region: String) -> FargateRate? { fargateRate("\(region)/windows") }

    private func fargateRate(_ name: String) -> FargateRate? {
        layers.reversed().reduce(nil) { older, layer in
            layer.table("fargate-rates.tsv")?.row(name)
                .flatMap { FargateRate($0, source: layer.source($0.text(8)).name) }?.filled(from: older) ?? older
        }
    }

    /// The pairs of CPU and memory that Fargate accepts, by CPU, then memory.
    package var fargateSizes: [FargateSize] {
        var result: [FargateSize] = []
        first { $0.table("fargate-sizes.tsv") }?.forEach { row in
            if let size = FargateSize(row) { result.append(size) }
        }
        return result
    }

    /// A price beside those of compute; `nil` when the catalog lacks it for the region.
    package func price(_ item: OtherPrice, in region: String) -> DatedPrice? { otherPrice("\(item.rawValue)/\(region)") }

    private func otherPrice(_ name: String) -> DatedPrice? {
        first { layer in
            guard let row = layer.table("other-prices.tsv")?.row(name), let usd = row.decimal(2) else { return nil }
            let origin = layer.source(row.text(3))
            return DatedPrice(usd: usd, asOf: origin.asOf, source: origin.name)
        }
    }

    /// What ECS Managed Instances cost on top of the type's on-demand price, as a share of it: 0.12 is 12 percent.
    ///
    /// Types with GPUs of the G families pay less, those of the P families and Trainium the least (AWS What's New, July 2026).
    /// The fee is the same in every region; whether Spot capacity pays it too is not documented.
    package func managedInstancesFee(of instanceType: String) -> DatedPrice? {
        let family = instanceType.prefix { $0 != "." }
        let letters = family.prefix { $0.isASCII && $0.isLetter }
        let kind =
            switch letters {
            case "p", "trn": "_p_trn"
            case "g", "gr": "_g"
            default: ""
            }
        return otherPrice("ecs_managed_instances_fee\(kind)/*")
    }

    /// Whether the catalog has any price for the region.
    package func knows(region: String) -> Bool {
        layers.contains { $0.ec2Table(region) != nil }
            || ProcessorArchitecture.allCases.contains { fargateRate(in: region, architecture: $0) != nil }
    }
}
