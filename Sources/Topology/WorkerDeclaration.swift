/// What the configuration says of a worker: facts that templates rarely hold.
public struct WorkerDeclaration: Sendable, Hashable {
    /// Service name, logical id or Terraform address; `*` stands for any text.
    public var pattern: String
    /// Queues that it receives from: logical id, address, name or ARN.
    public var consumes: [String] = []
    /// Longest time for one message, in seconds, rounded up.
    public var processingSeconds: Int64?
    /// Average time for one message, in seconds.
    public var averageProcessingSeconds: Double?
    /// Messages of one receive, 1 to 10 for polling workers.
    public var messagesPerReceive: Int64?
    /// Messages handled side by side in one task.
    public var concurrency: Int64?
    /// Whether it extends the visibility timeout while it works.
    public var extendsVisibility: Bool?
    /// Messages a second, on average.
    public var arrivalRate: Double?
    /// Messages a second at the peak.
    public var peakArrivalRate: Double?
    /// How long a message may wait, in seconds.
    public var latencyGoalSeconds: Double?
    /// Of a scheduled or event-driven task.
    public var runSeconds: Int64?

    /// Creates a declaration that says nothing yet; the other members are set afterwards.
    public init(pattern: String) {
        self.pattern = pattern
    }
}
