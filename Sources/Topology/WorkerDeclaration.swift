/// What the configuration says of a worker: facts that templates rarely hold.
package struct WorkerDeclaration: Sendable, Hashable {
    /// Service name, logical id or Terraform address; `*` stands for any text.
    package var pattern: String
    /// Queues that it receives from: logical id, address, name or ARN.
    package var consumes: [String] = []
    /// Longest time for one message, in seconds, rounded up.
    package var processingSeconds: Int64?
    /// Average time for one message, in seconds.
    package var averageProcessingSeconds: Double?
    /// Messages of one receive, 1 to 10 for polling workers.
    package var messagesPerReceive: Int64?
    /// Messages handled side by side in one task.
    package var concurrency: Int64?
    /// Whether it extends the visibility timeout while it works.
    package var extendsVisibility: Bool?
    /// Messages a second, on average.
    package var arrivalRate: Double?
    /// Messages a second at the peak.
    package var peakArrivalRate: Double?
    /// How long a message may wait, in seconds.
    package var latencyGoalSeconds: Double?
    /// Of a scheduled or event-driven task.
    package var runSeconds: Int64?

    /// Creates a declaration that says nothing yet; the other members are set afterwards.
    package init(pattern: String) {
        self.pattern = pattern
    }
}
