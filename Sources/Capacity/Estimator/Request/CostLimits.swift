import InstanceCatalog

/// The largest figures that a cost is reckoned for; beyond them a request is refused with a diagnostic.
package enum CostLimits {
    /// Tasks of one service.
    package static let tasks = 1_000_000_000
    /// CPU units of one task: the most that ECS accepts (API reference, RegisterTaskDefinition).
    package static let cpuUnits = 196_608
    /// MiB of one task: above the largest instance type.
    package static let memoryMiB = 33_554_432
    /// GPUs of one task.
    package static let gpus = 64
    /// US dollars an hour for one instance.
    package static let hourlyPrice: Decimal = 1_000_000
    /// Hours of a month: those of a leap year, for whoever wants a year's bill.
    package static let hours: Decimal = 8784
    /// Messages a second that come to a queue.
    package static let arrivalRate: Decimal = 1_000_000
    /// Seconds for one message, and of a latency goal: the longest that SQS hides a message.
    package static let processingSeconds: Decimal = 43_200
    /// Availability zones.
    package static let zones = 16
    /// Memory in MiB that docker accepts at least (API reference, ContainerDefinition).
    package static let smallestMemoryMiB = 6
}
