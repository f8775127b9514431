/// A metric that a policy watches, as far as the simulation knows it.
package enum ScalingMetric: Hashable, Sendable {
    /// ApproximateNumberOfMessagesVisible.
    case visible
    /// ApproximateNumberOfMessagesNotVisible.
    case inFlight
    /// Both together.
    case visibleAndInFlight
    /// Visible messages for each running task; no data while none runs, for a division by zero gives no data point.
    case backlogPerTask
    /// The same, with 1 in place of no task.
    case backlogPerTaskGuarded
    /// ApproximateAgeOfOldestMessage, in seconds.
    case oldestAge

    /// CPUUtilization on average over the time since the last sample, where a busy worker uses so many percent.
    case use(busyPercent: Int)

    /// The metric of a sample as a fraction; `nil` without data.
    func value(of sample: QueueSample) -> Fraction? {
        switch self {
        case .visible: Fraction(sample.visible, 1)
        case .inFlight: Fraction(sample.inFlight, 1)
        case .visibleAndInFlight: Fraction(sample.visible + sample.inFlight, 1)
        case .backlogPerTask: sample.running > 0 ? Fraction(sample.visible, sample.running) : nil
        case .backlogPerTaskGuarded: Fraction(sample.visible, max(1, sample.running))
        case .use(let percent): sample.workerTime > 0 ? Fraction(sample.busyTime * percent, sample.workerTime) : nil
        case .oldestAge: Fraction(sample.oldestAgeSeconds, 1)
        }
    }
}
