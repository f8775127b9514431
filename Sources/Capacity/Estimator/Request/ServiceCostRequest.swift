/// A service whose cost is asked for.
package struct ServiceCostRequest: Hashable, Sendable {
    /// The service's name, or its logical id.
    package var name: String
    /// The logical id or Terraform address; `nil` when the question comes from flags.
    package var resource: String?
    /// The region that it runs in; `nil` for that of the request.
    package var region: String?
    /// `nil` when the task definition is unknown; `capacity` should say why.
    package var task: TaskDemand?
    /// How many tasks run; `nil` where nobody knows.
    package var tasks: ScalingRange<Int?>
    /// What scheduled actions make of the tasks within a week; empty where the clock changes nothing.
    package var week: [WeekChange<ScalingRange<Int?>>] = []
    /// The file that it is written in; `nil` when the question comes from flags.
    package var file: String?
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
