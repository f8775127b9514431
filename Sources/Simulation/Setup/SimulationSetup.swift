/// Everything that a simulation is about. The same setup gives the same run on every machine. Times are milliseconds.
package struct SimulationSetup: Hashable, Sendable {
    package var seed: UInt64 = 1
    package var duration = 86_400_000
    package var load: Load
    package var work: WorkTime
    package var queue = QueueSettings()
    package var worker = WorkerSettings()
    package var scaling: ScalingSettings
    /// From one sample of the metrics to the next: 60 s, 20 s for high-resolution ones.
    package var samplePeriod = 60_000
    /// From a sample until policies see it: publication by CloudWatch and evaluation of the alarm.
    package var metricsDelay = 0

    /// A simulation ends when so many messages have come.
    package static let mostMessages = 20_000_000
    /// Ten years.
    package static let longestDuration = 315_360_000_000
    /// Tasks that a service may have; ECS allows 5,000 (ECS service quotas).
    package static let mostTasks = 5_000

    /// Creates a setup of a day.
    package init(load: Load, work: WorkTime, scaling: ScalingSettings) {
        self.load = load
        self.work = work
        self.scaling = scaling
    }
}
