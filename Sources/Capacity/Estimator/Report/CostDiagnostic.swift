/// Something that the reader of a cost report has to know.
package struct CostDiagnostic: Hashable, Sendable {
    /// How much it takes from the report.
    package enum Severity: String, Sendable {
        /// A figure could not be had, or the plan cannot work.
        case error
        /// The figure stands, the plan has a risk.
        case warning
        /// Something said has no effect, or money is spent for nothing.
        case note
    }

    /// What it is about; raw values are stable, for scripts.
    package enum Code: String, Sendable {
        /// A type, or every type, is too small for one task.
        case taskNeverFits = "task-never-fits"
        /// The catalog does not hold a type of that name.
        case unknownInstanceType = "unknown-instance-type"
        /// The catalog has no prices of EC2 or Fargate for the region.
        case unknownRegion = "unknown-region"
        /// What an instance offers of something that the task needs is not in the catalog.
        case unknownLimit = "unknown-limit"
        /// A price that the figure needs is not in the catalog.
        case priceMissing = "price-missing"
        /// The task is built for other processors than the type has.
        case architectureMismatch = "architecture-mismatch"
        /// Fargate does not accept the task's pair of CPU and memory.
        case illegalFargateSize = "illegal-fargate-size"
        /// ECS would refuse the capacity provider strategy.
        case invalidStrategy = "invalid-strategy"
        /// The task's size or number is outside of what ECS takes or the calculator reckons with.
        case invalidRequest = "invalid-request"
        /// What the service runs on, or what its task needs, is not known.
        case undetermined
        /// How many tasks run is not known.
        case tasksUnknown = "tasks-unknown"
        /// The group's maximum holds fewer tasks than scaling may ask for.
        case tasksNeverPlaced = "tasks-never-placed"
        /// The group's maximum is below its minimum.
        case groupBoundsReversed = "group-bounds-reversed"
        /// The tasks that ECS places on an instance may together use more memory than it has.
        case memoryOvercommitted = "memory-overcommitted"
        /// Spot is priced or set up and never bought.
        case spotUnused = "spot-unused"
        /// A price is older than `PriceAge.limit` days.
        case priceOld = "price-old"
        /// A rolling deployment can neither stop nor start a task.
        case deploymentStuck = "deployment-stuck"
        /// The group's minimum is more than all tasks ever fill.
        case instancesIdle = "instances-idle"
        /// A volume's type, or something provisioned for it, has no price.
        case volumeNotPriced = "volume-not-priced"
    }

    /// How much it takes from the report.
    package let severity: Severity
    /// What it is about, for scripts.
    package let code: Code
    /// What is the matter, in whole sentences; reports show it as it is.
    package let message: String
    /// The service that it is about; `nil` when it is about the whole request.
    package let service: String?

    /// Creates a diagnostic of a service or, without one, of the whole request.
    init(_ severity: Severity, _ code: Code, _ message: String, service: String? = nil) {
        self.severity = severity
        self.code = code
        self.message = message
        self.service = service
    }
}
