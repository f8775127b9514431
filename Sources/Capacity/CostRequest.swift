import InstanceCatalog

/// What to price.
public struct CostRequest: Hashable, Sendable {
    public var services: [ServiceCostRequest]
    public var region: RegionChoice
    /// Hours that a month counts; 730 unless somebody asks for another month.
    public var hoursPerMonth: Decimal
    /// Assumptions that whoever made the request already took, in words.
    public var assumptions: [String]

    public init(
        services: [ServiceCostRequest], region: RegionChoice = .assumed, hoursPerMonth: Decimal = 730,
        assumptions: [String] = []
    ) {
        self.services = services
        self.region = region
        self.hoursPerMonth = hoursPerMonth
        self.assumptions = assumptions
    }
}
