/// How many prices of a kind a catalog has for a region, and from when they are.
package struct CatalogCoverage: Hashable, Sendable {
    /// Prices that regions have or lack together.
    package enum Kind: String, Sendable, CaseIterable {
        case onDemand = "EC2 on demand"
        case spot = "Spot savings"
        case fargate = "Fargate x86"
        case fargateARM = "Fargate ARM"
        case storage = "EBS"
        case nat = "NAT"
        case queues = "SQS"
        case addresses = "IPv4"
    }

    /// What is priced.
    package let kind: Kind
    /// How many prices there are; 0 where the catalog has none.
    package private(set) var figures = 0
    /// The oldest day of them; `nil` where none is dated.
    package private(set) var oldest: String?
    /// The newest day of them.
    package private(set) var newest: String?

    init(kind: Kind) {
        self.kind = kind
    }

    /// Counts prices of one day; `nil` is a source without a date.
    mutating func add(asOf day: String?, figures count: Int = 1) {
        figures += count
        guard let day else { return }
        oldest = oldest.map { min($0, day) } ?? day
        newest = newest.map { max($0, day) } ?? day
    }
}

extension InstanceCatalog {
    /// How old the prices of a region are, kind by kind, and which kinds are missing.
    package func coverage(of region: String) -> [CatalogCoverage] {
        CatalogCoverage.Kind.allCases.map { kind in
            var coverage = CatalogCoverage(kind: kind)
            switch kind {
            case .onDemand: addFigures(in: region, price: 1, key: 2, to: &coverage)
            case .spot: addFigures(in: region, price: 3, key: 5, to: &coverage)
            case .fargate: add(fargateRate(in: region, architecture: .x86_64), to: &coverage)
            case .fargateARM: add(fargateRate(in: region, architecture: .arm64), to: &coverage)
            case .storage: add(OtherPrice.storage, in: region, to: &coverage)
            case .nat: add([.natGatewayHour, .natGatewayGB], in: region, to: &coverage)
            case .queues: add([.sqsStandard, .sqsFIFO], in: region, to: &coverage)
            case .addresses: add([.publicIPv4], in: region, to: &coverage)
            }
            return coverage
        }
    }

    /// Counts a column of the region's table; a type counts once, in the first layer that has its figure.
    private func addFigures(in region: String, price: Int, key: Int, to coverage: inout CatalogCoverage) {
        var seen: Set<String> = []
        for layer in layers {
            var counts: [String: Int] = [:]
            layer.ec2Table(region)?.forEach { row in
                guard row.has(price), layers.count == 1 || seen.insert(row.key).inserted else { return }
                counts[row.text(key) ?? "", default: 0] += 1
            }
            for (key, count) in counts { coverage.add(asOf: layer.source(key).asOf, figures: count) }
        }
    }

    private func add(_ rate: FargateRate?, to coverage: inout CatalogCoverage) {
        guard let rate, rate.vcpuHour != nil, rate.memoryGBHour != nil else { return }
        coverage.add(asOf: rate.asOf)
    }

    private func add(_ items: [OtherPrice], in region: String, to coverage: inout CatalogCoverage) {
        for item in items {
            if let price = price(item, in: region) { coverage.add(asOf: price.asOf) }
        }
    }
}
