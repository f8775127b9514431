/// What a queue is configured to do, in milliseconds.
///
/// Sources: SQS API SetQueueAttributes; SQS developer guide, "Amazon SQS standard queue quotas" for the messages in flight.
package struct QueueSettings: Hashable, Sendable {
    package var delay = 0
    package var visibilityTimeout = 30_000
    package var retention = 345_600_000
    /// A message that was received this often goes to the dead letters instead of being received again; 0 without dead letters.
    package var mostReceives = 0
    package var mostInFlight = 120_000

    /// Creates a queue of SQS's own defaults.
    package init() {}
}
