import InstanceCatalog
import Text

/// What to price.
package struct CostRequest: Hashable, Sendable {
    /// What to price, in the order in which the report lists it.
    package var services: [ServiceCostRequest]
    /// Whose prices to take.
    package var region: RegionChoice
    /// Hours that a month counts; 730 unless somebody asks for another month.
    package var hoursPerMonth: Decimal
    /// Assumptions that whoever made the request already took, in words.
    package var assumptions: [String]
    /// Whether every way to buy the capacity is set side by side.
    package var comparesPurchases = false
    /// Whether workers wait most of the time, so that types with CPU credits are ranked without the credits of busy ones.
    package var workersIdle = false
    /// The most interruptions of Spot instances within a month, in percent; types above it are not ranked. `nil` for any.
    package var mostInterruptedPercent: Int?
    /// What the cheapest fleet has to keep, when it is asked for.
    package var optimisation: FleetRules?
    /// The fleet that was sized from the work, when the tasks come from there.
    package var sizing: FleetSizing?
    /// The day on which the question is asked; prices older than `PriceAge.limit` days are then warned of. `nil` warns of none.
    package var today: CivilDay?

    /// Creates a request; what it leaves out can be set afterwards.
    package init(
        services: [ServiceCostRequest], region: RegionChoice = .assumed, hoursPerMonth: Decimal = 730,
        assumptions: [String] = []
    ) {
        self.services = services
        self.region = region
        self.hoursPerMonth = hoursPerMonth
        self.assumptions = assumptions
    }
}
