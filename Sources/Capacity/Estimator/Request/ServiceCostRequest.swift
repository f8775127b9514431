/// A service whose cost is asked for.
package struct ServiceCostRequest: Hashable, Sendable {
    /// The service's name, or its logical id.
    package var name: String
    /// The logical id or Terraform address; `nil` when the question comes from flags.
    package var resource: String?
    /// `nil` when the task definition is unknown; `capacity` should say why.
    package var task: TaskDemand?
    /// How many tasks run; `nil` where nobody knows.
    package var tasks: ScalingRange<Int?>
    /// What the tasks run on.
    package var capacity: ServiceCapacity
    /// The queue that it works off; `nil` when nobody says how many messages come.
    package var queue: QueueUse?

    /// Creates a question about a service of which no queue is known.
    package init(
        name: String, resource: String? = nil, task: TaskDemand?, tasks: ScalingRange<Int?>, capacity: ServiceCapacity
    ) {
        self.name = name
        self.resource = resource
        self.task = task
        self.tasks = tasks
        self.capacity = capacity
    }
}
