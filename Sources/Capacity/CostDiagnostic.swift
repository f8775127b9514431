/// Something that the reader of a cost report has to know.
public struct CostDiagnostic: Hashable, Sendable {
    public enum Severity: String, Sendable {
        /// A figure could not be had, or the plan cannot work.
        case error
        /// The figure stands, the plan has a risk.
        case warning
        case note
    }

    public enum Code: String, Sendable {
        case taskNeverFits = "task-never-fits"
        case unknownInstanceType = "unknown-instance-type"
        case unknownRegion = "unknown-region"
        case unknownLimit = "unknown-limit"
        case priceMissing = "price-missing"
        case architectureMismatch = "architecture-mismatch"
        case illegalFargateSize = "illegal-fargate-size"
        case invalidStrategy = "invalid-strategy"
        case invalidRequest = "invalid-request"
        case undetermined
        case tasksUnknown = "tasks-unknown"
        case tasksNeverPlaced = "tasks-never-placed"
        case groupBoundsReversed = "group-bounds-reversed"
        case memoryOvercommitted = "memory-overcommitted"
        case spotUnused = "spot-unused"
        case priceOld = "price-old"
        case deploymentStuck = "deployment-stuck"
        case instancesIdle = "instances-idle"
        case volumeNotPriced = "volume-not-priced"
    }

    public let severity: Severity
    public let code: Code
    public let message: String
    /// The service that it is about; `nil` when it is about the whole request.
    public let service: String?

    public init(_ severity: Severity, _ code: Code, _ message: String, service: String? = nil) {
        self.severity = severity
        self.code = code
        self.message = message
        self.service = service
    }
}
