import InstanceCatalog
import Simulation

/// What a simulation is asked with; times are milliseconds.
package struct SimulationOptions: Sendable {
    /// Only this service: its name, logical id or address.
    package var service: String?
    /// The region that a flag names, for prices.
    package var region: String?
    package var arrivals: Load.Arrivals?
    package var backlog = 0
    package var work: WorkTime?
    package var duration = 86_400_000
    package var seed: UInt64 = 1
    package var taskStart = 60_000
    package var metricsDelay = Self.usualMetricsDelay
    package var evaluationDelay = Self.usualEvaluationDelay
    package var drains = false
    package var failuresPerMillion = 0
    /// What 95 % of the messages should not wait longer than, in milliseconds.
    package var goal: Int?
    package var concurrency: Int?
    package var messagesPerReceive: Int?
    /// In place of what the templates say.
    package var minimumTasks: Int?
    package var maximumTasks: Int?
    package var targetMillionths: Int?
    /// CPU of a task whose workers are all busy, in percent.
    package var busyPercent = 100
    /// Metrics of one's own, by the name of the policy or of the metric.
    package var metrics: [String: ScalingMetric] = [:]

    /// AWS measured 363 s from a change of load to the action of a policy on 60-second metrics ("Amazon ECS introduces
    /// high-resolution metrics for faster service auto scaling", June 2026): half a minute until the next sample's minute begins,
    /// three samples of a minute, and 153 s for publication and evaluation.
    package static let usualMetricsDelay = 150_000
    package static let usualEvaluationDelay = 3_000

    /// Creates the options of a run without flags.
    package init() {}
}
