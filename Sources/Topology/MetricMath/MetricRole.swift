/// What a metric tells of a queue and its workers.
enum MetricRole: Hashable, Sendable {
    /// Messages that wait, or are delayed.
    case waitingMessages
    /// Messages that a worker has received and not yet deleted.
    case messagesInFlight
    /// How many tasks run, or are wanted.
    case tasks
    /// How long the oldest message waits, in seconds.
    case oldestAge
    /// How much of their CPU or memory tasks use, in percent.
    case use
    case other

    /// The role of a metric by its names.
    ///
    /// Source: SQS developer guide, "Available CloudWatch metrics for Amazon SQS"; CloudWatch user guide, "Amazon ECS
    /// Container Insights metrics"; ECS developer guide, "Amazon ECS CloudWatch metrics": the number of samples of a
    /// service's `CPUUtilization` or `MemoryUtilization` in a minute is its number of running tasks.
    init(namespace: String, metricName: String, statistic: String?) {
        switch (namespace, metricName) {
        case ("AWS/SQS", "ApproximateNumberOfMessagesVisible"), ("AWS/SQS", "ApproximateNumberOfMessagesDelayed"):
            self = .waitingMessages
        case ("AWS/SQS", "ApproximateNumberOfMessagesNotVisible"): self = .messagesInFlight
        case ("AWS/SQS", "ApproximateAgeOfOldestMessage"): self = .oldestAge
        case ("ECS/ContainerInsights", "RunningTaskCount"), ("ECS/ContainerInsights", "DesiredTaskCount"),
            ("ECS/ContainerInsights", "PendingTaskCount"), ("ECS/ContainerInsights", "TaskCount"):
            self = .tasks
        case ("AWS/ECS", "CPUUtilization"), ("AWS/ECS", "MemoryUtilization"):
            self = statistic == "SampleCount" ? .tasks : .use
        default: self = .other
        }
    }

}
