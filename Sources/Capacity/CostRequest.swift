import InstanceCatalog

/// What to price.
public struct CostRequest: Hashable, Sendable {
    /// What to price, in the order in which the report lists it.
    public var services: [ServiceCostRequest]
    /// Whose prices to take.
    public var region: RegionChoice
    /// Hours that a month counts; 730 unless somebody asks for another month.
    public var hoursPerMonth: Decimal
    /// Assumptions that whoever made the request already took, in words.
    public var assumptions: [String]
    /// Whether every way to buy the capacity is set side by side.
    public var comparesPurchases = false
    /// The fleet that was sized from the work, when the tasks come from there.
    public var sizing: FleetSizing?
    /// The day on which the question is asked; prices older than `PriceAge.limit` days are then warned of. `nil` warns of none.
    public var today: CalendarDay?

    /// Creates a request; what it leaves out can be set afterwards.
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
