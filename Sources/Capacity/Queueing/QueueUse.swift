import InstanceCatalog

/// How a service uses the queue that it works off.
package struct QueueUse: Hashable, Sendable {
    /// Messages a second, on average.
    package var arrivalRate: Decimal
    /// Mean seconds for one message; `nil` when nobody says it.
    package var processingSeconds: Decimal?
    /// Messages that one task handles side by side.
    package var concurrency: Int
    /// Messages of one receive, 1...10.
    package var messagesPerReceive: Int
    /// ReceiveMessageWaitTimeSeconds, 0...20; `nil` when unknown.
    package var waitSeconds: Int?
    /// Whether the queue is a FIFO queue, whose requests cost more.
    package var isFIFO: Bool
    /// Seconds that a data key of KMS is used again; `nil` for a queue without a KMS key, or where that is unknown.
    package var keyReuseSeconds: Int?

    /// Creates a use; `concurrency` below 1 counts as 1, `messagesPerReceive` outside 1...10 as the nearest inside.
    package init(
        arrivalRate: Decimal, processingSeconds: Decimal? = nil, concurrency: Int = 1, messagesPerReceive: Int = 1,
        waitSeconds: Int? = nil, isFIFO: Bool = false
    ) {
        self.arrivalRate = arrivalRate
        self.processingSeconds = processingSeconds
        self.concurrency = max(1, concurrency)
        self.messagesPerReceive = min(max(messagesPerReceive, 1), 10)
        self.waitSeconds = waitSeconds
        self.isFIFO = isFIFO
    }
}
