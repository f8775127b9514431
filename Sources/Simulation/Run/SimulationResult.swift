/// What came out of a run.
package struct SimulationResult: Sendable {
    package struct Waits: Hashable, Sendable {
        /// Seconds.
        package let mean: Double
        package let median: Double
        package let percentile95: Double
        package let longest: Double
    }

    package let setup: SimulationSetup
    package let sent: Int
    package let deleted: Int
    package let expired: Int
    package let deadLettered: Int
    package let redelivered: Int
    /// Deliveries that were cut off by the end of their task.
    package let lost: Int
    package let waitingAtEnd: Int
    package let inFlightAtEnd: Int
    /// From being sent to the beginning of the work that ended with deletion; `nil` when nothing was deleted.
    package let waits: Waits?
    package let oldestAgeSeconds: Int
    package let mostVisible: Int
    package let fewestTasks: Int
    package let meanTasks: Double
    package let mostTasks: Int
    package let tasksAtEnd: Int
    /// Hours that tasks were there.
    package let taskHours: Double
    package let actions: [ScalingAction]
    package let samples: [QueueSample]

    init(_ setup: SimulationSetup, _ queue: MessageQueue, _ fleet: Fleet, _ statistics: Statistics) {
        self.setup = setup
        sent = queue.sent
        deleted = queue.deleted
        expired = queue.expired
        deadLettered = queue.deadLettered
        redelivered = queue.redelivered
        lost = statistics.lost
        waitingAtEnd = queue.visible + queue.delayed
        inFlightAtEnd = queue.inFlight
        waits = Self.waits(statistics.waits)
        oldestAgeSeconds = statistics.oldestAgeSeconds
        mostVisible = queue.mostVisible
        fewestTasks = statistics.fewestDesired ?? setup.scaling.desired
        meanTasks = statistics.meanDesired(over: setup.duration)
        mostTasks = statistics.mostDesired ?? setup.scaling.desired
        tasksAtEnd = fleet.desired
        taskHours = Double(statistics.taskMilliseconds) / 3_600_000
        actions = statistics.actions
        samples = statistics.samples
    }

    private static func waits(_ times: [Int32]) -> Waits? {
        guard !times.isEmpty else { return nil }
        var selection = Selection(times)
        var total = 0
        for time in times { total += Int(time) }
        return Waits(
            mean: Double(total) / Double(times.count) / 1_000, median: selection.seconds(percent: 50),
            percentile95: selection.seconds(percent: 95), longest: selection.seconds(percent: 100))
    }
}
