/// What a burstable type earns and what it pays for more.
package struct CPUCredits: Hashable, Sendable {
    /// The share of each vCPU in percent that the type may use for good without paying, such as 20.
    package let baselinePercent: Decimal
    /// Credits that an instance earns in an hour; a credit is a minute of a whole vCPU.
    package let perHour: Decimal
    /// The most that an instance keeps: what it earns in a day.
    package let most: Decimal
    /// Whether EC2 starts the type in the unlimited mode, which bills surplus credits; in the other one the CPU is slowed down.
    package let isUnlimitedByDefault: Bool
    /// US dollars for an hour of a vCPU above the baseline in the unlimited mode, Linux; AWS has one price for all regions.
    package let surplusVCPUHour: DatedPrice

    init?(_ row: CatalogRow, asOf: String?, source: String?) {
        guard let baseline = row.decimal(1), let hourly = row.decimal(2), let most = row.decimal(3), let price = row.decimal(5)
        else { return nil }
        baselinePercent = baseline
        perHour = hourly
        self.most = most
        isUnlimitedByDefault = row.text(4) == "unlimited"
        surplusVCPUHour = DatedPrice(usd: price, asOf: asOf, source: source)
    }
}
