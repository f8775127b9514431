import Capacity
import InstanceCatalog

/// What the caller says of capacity in place of, or beside, what templates say.
public struct CostOverrides: Sendable {
    /// Types in place of those of the groups.
    public var instanceTypes: [String] = []
    public var tasks: ScalingRange<Int?>?
    /// What runs on every instance, in place of the template's DAEMON services.
    public var daemons: [DaemonDemand]?
    /// MiB kept for the host; `nil` takes the configuration's.
    public var hostMemoryMiB: Int?
    public var distribution: InstanceDistribution?
    public var spot: SpotPricing = .catalog
    public var trunking = false
    public var zones = 1
    public var targetCapacityPercent: Int?
    /// A region that the caller names.
    public var region: String?
    public var hoursPerMonth: Decimal = 730
    /// Whether every way to buy the capacity is set side by side.
    public var comparesPurchases = false
    /// The day of the question, for warnings of old prices; `nil` for none.
    public var today: CalendarDay?

    public init() {}
}
