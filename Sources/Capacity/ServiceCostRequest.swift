/// A service whose cost is asked for.
public struct ServiceCostRequest: Hashable, Sendable {
    /// The service's name, or its logical id.
    public var name: String
    /// The logical id or Terraform address; `nil` when the question comes from flags.
    public var resource: String?
    /// `nil` when the task definition is unknown; `capacity` should say why.
    public var task: TaskDemand?
    /// How many tasks run; `nil` where nobody knows.
    public var tasks: ScalingRange<Int?>
    /// What the tasks run on.
    public var capacity: ServiceCapacity
    /// The queue that it works off; `nil` when nobody says how many messages come.
    public var queue: QueueUse?

    /// Creates a question about a service of which no queue is known.
    public init(
        name: String, resource: String? = nil, task: TaskDemand?, tasks: ScalingRange<Int?>, capacity: ServiceCapacity
    ) {
        self.name = name
        self.resource = resource
        self.task = task
        self.tasks = tasks
        self.capacity = capacity
    }
}
