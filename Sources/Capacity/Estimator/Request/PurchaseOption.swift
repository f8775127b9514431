import InstanceCatalog

/// One way to buy the capacity of a service, for comparison.
package struct PurchaseOption: Hashable, Sendable {
    /// How capacity is bought; raw values are those of the reports.
    package enum Purchase: String, Sendable, CaseIterable {
        /// Instances on demand only.
        case ec2OnDemand = "ec2-on-demand"
        /// Spot instances only.
        case ec2Spot = "ec2-spot"
        /// The group's own mix; half of each above the base where it has none.
        case ec2Mixed = "ec2-mixed"
        case fargate
        case fargateSpot = "fargate-spot"
    }

    /// The service's name, as in the request.
    package let service: String
    /// How the capacity is bought.
    package let purchase: Purchase
    /// The processors that the tasks would run on; another than the service's own asks for another image.
    package let architecture: ProcessorArchitecture
    /// `nil` on Fargate, and where no type fits.
    package let instanceType: String?
    /// Instances at the desired count; `nil` on Fargate or when unknown.
    package let instances: Int?
    /// US dollars a month; `nil` where a price is missing.
    package let monthly: ScalingRange<Decimal?>
    /// US dollars a month for one task at the desired count; `nil` where money or count is unknown.
    package let usdPerTaskMonth: Decimal?
    /// What had to be assumed for this way of buying: whole sentences.
    package let assumptions: [String]
}
