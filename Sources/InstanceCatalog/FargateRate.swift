/// What Fargate costs in a region for an architecture, in US dollars an hour; `nil` where the catalog lacks the price.
package struct FargateRate: Hashable, Sendable {
    /// The region's code, such as `eu-central-1`.
    package let region: String
    /// The tasks' processors; a rate of Windows tasks has `x86_64`.
    package let architecture: ProcessorArchitecture
    /// On demand, for a vCPU.
    package let vcpuHour: Decimal?
    /// On demand, for a GB of memory.
    package let memoryGBHour: Decimal?
    /// Fargate Spot, for a vCPU.
    package let spotVCPUHour: Decimal?
    /// Fargate Spot, for a GB of memory.
    package let spotMemoryGBHour: Decimal?
    /// Ephemeral storage above the 20 GB that are free, for a GB; Spot does not lower it.
    package let ephemeralGBHour: Decimal?
    /// The day of the on-demand figures; `nil` where the source is undated.
    package let asOf: String?
    /// The day of the Spot figures.
    package let spotAsOf: String?
    /// Who says so.
    package let source: String?

    init?(_ row: CatalogRow, source: String?) {
        let parts = row.key.split(separator: "/")
        // Windows runs on x86 only.
        guard parts.count == 2,
            let architecture = parts[1] == "windows" ? .x86_64 : ProcessorArchitecture(rawValue: String(parts[1]))
        else { return nil }
        region = String(parts[0])
        self.architecture = architecture
        vcpuHour = row.decimal(1)
        memoryGBHour = row.decimal(2)
        spotVCPUHour = row.decimal(3)
        spotMemoryGBHour = row.decimal(4)
        ephemeralGBHour = row.decimal(5)
        asOf = row.text(6)
        spotAsOf = row.text(7)
        self.source = source
    }

    private init(_ newer: FargateRate, _ older: FargateRate) {
        let hasOnDemand = newer.vcpuHour != nil && newer.memoryGBHour != nil
        let hasSpot = newer.spotVCPUHour != nil && newer.spotMemoryGBHour != nil
        region = newer.region
        architecture = newer.architecture
        vcpuHour = hasOnDemand ? newer.vcpuHour : older.vcpuHour
        memoryGBHour = hasOnDemand ? newer.memoryGBHour : older.memoryGBHour
        spotVCPUHour = hasSpot ? newer.spotVCPUHour : older.spotVCPUHour
        spotMemoryGBHour = hasSpot ? newer.spotMemoryGBHour : older.spotMemoryGBHour
        ephemeralGBHour = newer.ephemeralGBHour ?? older.ephemeralGBHour
        asOf = hasOnDemand ? newer.asOf : older.asOf
        spotAsOf = hasSpot ? newer.spotAsOf : older.spotAsOf
        source = hasOnDemand ? newer.source : older.source
    }

    /// The rate with what it leaves open taken from an older one; vCPU and memory stay together, as they were published.
    func filled(from older: FargateRate?) -> FargateRate {
        older.map { FargateRate(self, $0) } ?? self
    }
}
