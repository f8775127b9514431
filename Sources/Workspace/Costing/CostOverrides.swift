import Capacity
import InstanceCatalog

/// What the caller says of capacity in place of, or beside, what templates say.
public struct CostOverrides: Sendable {
    /// Types in place of those of the groups.
    public var instanceTypes: [String] = []
    /// How many tasks every service has; `nil` takes the templates' numbers.
    public var tasks: ScalingRange<Int?>?
    /// What runs on every instance, in place of the template's DAEMON services.
    public var daemons: [DaemonDemand]?
    /// MiB kept for the host; `nil` takes the configuration's.
    public var hostMemoryMiB: Int?
    /// The share of Spot; `nil` takes that of each group.
    public var distribution: InstanceDistribution?
    /// Where prices of Spot instances come from.
    public var spot: SpotPricing = .catalog
    /// Whether the account setting `awsvpcTrunking` is on, which no template says.
    public var trunking = false
    /// Availability zones that tasks are spread over, 1 to `CostLimits.zones`.
    public var zones = 1
    /// How full managed scaling keeps a group, 1...100; `nil` takes the capacity provider's own.
    public var targetCapacityPercent: Int?
    /// A region that the caller names.
    public var region: String?
    /// Hours that a month counts.
    public var hoursPerMonth: Decimal = 730
    /// Whether every way to buy the capacity is set side by side.
    public var comparesPurchases = false
    /// The day of the question, for warnings of old prices; `nil` for none.
    public var today: CalendarDay?

    /// Creates overrides that leave everything to the templates.
    public init() {}
}
