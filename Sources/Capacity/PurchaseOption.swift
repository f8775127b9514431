import InstanceCatalog

/// One way to buy the capacity of a service, for comparison.
public struct PurchaseOption: Hashable, Sendable {
    public enum Purchase: String, Sendable, CaseIterable {
        case ec2OnDemand = "ec2-on-demand"
        case ec2Spot = "ec2-spot"
        case ec2Mixed = "ec2-mixed"
        case fargate
        case fargateSpot = "fargate-spot"
    }

    public let service: String
    public let purchase: Purchase
    public let architecture: ProcessorArchitecture
    /// `nil` on Fargate, and where no type fits.
    public let instanceType: String?
    /// Instances at the desired count; `nil` on Fargate or when unknown.
    public let instances: Int?
    /// US dollars a month; `nil` where a price is missing.
    public let monthly: ScalingRange<Decimal?>
    public let usdPerTaskMonth: Decimal?
    public let assumptions: [String]
}
