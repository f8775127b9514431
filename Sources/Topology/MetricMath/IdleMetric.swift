/// What a metric of AWS tells while messages wait and no task of the service runs.
///
/// Sources: SQS developer guide, "Available CloudWatch metrics for Amazon SQS"; CloudWatch user guide, "Amazon ECS Container
/// Insights metrics".
enum IdleMetric: Hashable, Sendable {
    /// The number of waiting messages, times what its statistic makes of one that stays for the whole period.
    case messages(factor: Double)
    /// How long the oldest message waits: whatever the threshold, some time it is passed.
    case age
    /// How many tasks run.
    case tasks
    /// Nothing is in flight, received or deleted.
    case zero
    /// The use of CPU or memory: without a task there is none to tell.
    case nothing
    case unknown

    /// - Parameters:
    ///   - namespace: the metric's namespace.
    ///   - metricName: its name.
    ///   - statistic: how the samples of a period are put together.
    ///   - period: seconds; SQS gives one sample a minute.
    init(namespace: String, metricName: String, statistic: String?, period: Int64) {
        switch MetricRole(namespace: namespace, metricName: metricName, statistic: statistic) {
        case .waitingMessages:
            switch statistic {
            case "SampleCount": self = .unknown
            case "Sum": self = .messages(factor: max(1, Double(period) / 60))
            default: self = .messages(factor: 1)
            }
        case .messagesInFlight: self = .zero
        case .tasks: self = .tasks
        case .oldestAge: self = .age
        case .use: self = .nothing
        case .other:
            switch (namespace, metricName) {
            case ("AWS/SQS", "NumberOfMessagesSent"): self = statistic == "Sum" ? .messages(factor: 1) : .unknown
            case ("AWS/SQS", "NumberOfMessagesReceived"), ("AWS/SQS", "NumberOfMessagesDeleted"): self = .zero
            default: self = .unknown
            }
        }
    }
}

extension MetricFormula {
    /// The result while messages wait and no task runs.
    ///
    /// - Parameters:
    ///   - messages: how many messages `queue` counts; other counts are 0.
    ///   - queue: the metric that counts them; `nil` where none does.
    ///   - tasks: what the number of tasks tells: 0, or nothing.
    ///   - metric: what each metric tells.
    func idleSample(
        messages: Double, countedBy queue: Int?, tasks: MetricSample, _ metric: (Int) -> IdleMetric
    ) -> MetricSample {
        expression.sample { index in
            switch metric(index) {
            case .messages(let factor): .number(index == queue ? messages * factor : 0)
            case .age: messages > 0 ? .number(Self.longestRetention) : .nothing
            case .tasks: tasks
            case .zero: .number(0)
            case .nothing: .nothing
            case .unknown: .unknown
            }
        }
    }

    /// SQS keeps a message for 14 days at most, in seconds (SetQueueAttributes, MessageRetentionPeriod).
    private static let longestRetention = 1_209_600.0
}
