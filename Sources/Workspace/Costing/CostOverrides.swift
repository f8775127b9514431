import Capacity
import InstanceCatalog
import Text

/// What the caller says of capacity in place of, or beside, what templates say.
package struct CostOverrides: Sendable {
    /// Types in place of those of the groups.
    package var instanceTypes: [String] = []
    /// How many tasks every service has; `nil` takes the templates' numbers.
    package var tasks: ScalingRange<Int?>?
    /// What runs on every instance, in place of the template's DAEMON services.
    package var daemons: [DaemonDemand]?
    /// MiB kept for the host; `nil` takes the configuration's.
    package var hostMemoryMiB: Int?
    /// The share of Spot; `nil` takes that of each group.
    package var distribution: InstanceDistribution?
    /// Where prices of Spot instances come from.
    package var spot: SpotPricing = .catalog
    /// Whether the account setting `awsvpcTrunking` is on, which no template says.
    package var trunking = false
    /// Availability zones that tasks are spread over, 1 to `CostLimits.zones`.
    package var zones = 1
    /// How full managed scaling keeps a group, 1...100; `nil` takes the capacity provider's own.
    package var targetCapacityPercent: Int?
    /// A region that the caller names.
    package var region: String?
    /// Hours that a month counts.
    package var hoursPerMonth: Decimal = 730
    /// Whether every way to buy the capacity is set side by side.
    package var comparesPurchases = false
    /// Whether workers wait most of the time (`CostRequest.workersIdle`).
    package var workersIdle = false
    /// The most interruptions of ranked Spot types, in percent.
    package var mostInterruptedPercent: Int?
    /// What the cheapest fleet of each service has to keep; `nil` where it is not asked for.
    package var optimisation: FleetRules?
    /// The day of the question, for warnings of old prices; `nil` for none.
    package var today: CivilDay?

    /// Creates overrides that leave everything to the templates.
    package init() {}
}
