import InstanceCatalog

/// What one service costs.
package struct ServiceCost: Hashable, Sendable {
    /// What the service runs on; raw values are those of the reports.
    package enum Kind: String, Sendable {
        case ec2
        case fargate
        /// Machines of one's own, which have no price here.
        case external
        case undetermined
    }

    /// As in the request: the service's name, or its logical id.
    package let name: String
    /// The logical id or Terraform address; `nil` when the question came from flags.
    package let resource: String?
    /// The file that it is written in; `nil` when the question came from flags.
    package let file: String?
    /// The region whose prices it was given; `nil` for that of the report.
    package let region: String?
    /// What it runs on, which says where the figures stand: in `placements` or in `fargate`.
    package let kind: Kind
    /// What one task takes; `nil` when the task definition is unknown.
    package let task: TaskDemand?
    /// How many tasks run; `nil` where nobody knows.
    package let tasks: ScalingRange<Int?>
    /// One for each instance type; empty for a service on Fargate.
    package internal(set) var placements: [InstancePlacement]
    /// What Fargate would cost, or costs; `nil` when Fargate has no size for the task.
    package internal(set) var fargate: FargateCost?
    /// Groups of a strategy over several, the first type of each; empty for a single group.
    package let shares: [InstancePlacement]
    /// US dollars a month: of the first placement, of the strategy over groups or on Fargate; where services share a
    /// group, its part of what the group costs.
    package internal(set) var monthly: ScalingRange<Decimal?>
    /// What `monthly` may be, since nobody knows who gets the remainder of a strategy; `nil` where it has none or shares a
    /// group with other services, whose packing changes with it.
    package internal(set) var interval: ScalingRange<ClosedRange<Decimal>?>?
    /// Whether something that is billed with the service has no price, so that it costs at least `monthly`.
    package var lacksPart: Bool { fargate?.split != nil && fargate?.lacksStorage == true }
    /// The monthly cost at the desired count by the millions of messages of a month; `nil` when their rate is unknown.
    package internal(set) var usdPerMillionMessages: Decimal?

    /// A side of the interval, or the cost itself where there is none.
    func bound(_ side: KeyPath<ClosedRange<Decimal>, Decimal>) -> ScalingRange<Decimal?> {
        guard let interval else { return monthly }
        return monthly.combined(with: interval) { cost, interval in interval?[keyPath: side] ?? cost }
    }

    /// The least that the service may cost; `monthly` where nothing is open.
    package var monthlyAtLeast: ScalingRange<Decimal?> { bound(\.lowerBound) }
    /// The most that it may cost; `monthly` where nothing is open.
    package var monthlyAtMost: ScalingRange<Decimal?> { bound(\.upperBound) }

    /// The placement that the service's own money is: the first that holds a task, else the first.
    package var leading: InstancePlacement? { CostEstimator.leading(placements) }

    init(
        _ service: ServiceCostRequest, kind: Kind, placements: [InstancePlacement] = [], fargate: FargateCost? = nil,
        shares: [InstancePlacement] = [], monthly: ScalingRange<Decimal?>,
        interval: ScalingRange<ClosedRange<Decimal>?>? = nil
    ) {
        name = service.name
        resource = service.resource
        region = service.region
        file = service.file
        self.kind = kind
        task = service.task
        tasks = service.tasks
        self.placements = placements
        self.fargate = fargate
        self.shares = shares
        self.monthly = monthly
        self.interval = interval
        usdPerMillionMessages = nil
    }
}
