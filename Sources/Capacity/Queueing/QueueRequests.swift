import InstanceCatalog

/// The requests to SQS that a number of messages makes; each 64 KiB of a request's content counts as one.
package struct QueueRequests: Hashable, Sendable {
    /// Messages of a month.
    package var messages: Decimal
    /// KiB of one message.
    package var kibibytes: Int
    /// Messages of one send, receive and delete, 1...10.
    package var batch: Int
    /// Receives of a month that found nothing.
    package var emptyReceives: Decimal

    /// Creates requests; sizes below 1 KiB count as 1, batches outside 1...10 as the nearest inside.
    package init(messages: Decimal, kibibytes: Int = 1, batch: Int = 1, emptyReceives: Decimal = .zero) {
        self.messages = messages
        self.kibibytes = max(1, kibibytes)
        self.batch = min(max(batch, 1), 10)
        self.emptyReceives = emptyReceives
    }

    /// The empty receives of a month by one poller that is always idle: an hour has 3600 seconds of waiting.
    ///
    /// - Parameter waitSeconds: ReceiveMessageWaitTimeSeconds, 1...20; short polling has no such figure and gives `nil`.
    package static func emptyReceives(ofIdlePoller hours: Decimal, waitSeconds: Int) -> Decimal? {
        waitSeconds > 0 ? (hours * 3600).divided(by: waitSeconds) : nil
    }

    /// What one call counts for that carries so much: one for each 64 KiB that were begun.
    package static func chunks(ofKibibytes kibibytes: Int) -> Int {
        max(1, kibibytes).ceilingDivided(by: 64)
    }

    /// All requests: sends and receives by their chunks, deletes, and receives that found nothing.
    package var count: Decimal {
        let chunks = Self.chunks(ofKibibytes: kibibytes.saturatingMultiplied(by: batch))
        let calls = messages.divided(by: batch) ?? .zero
        return calls * chunks * 2 + calls + emptyReceives
    }

    /// Calls to KMS for an encrypted queue: in each reuse period of the data key two for a principal that sends and one for
    /// a principal that receives (SQS developer guide, key management). `nil` for a reuse period of 0.
    package static func keyCalls(periodSeconds: Int, reuseSeconds: Int, producers: Int, consumers: Int) -> Decimal? {
        let weight = max(0, producers).saturatingMultiplied(by: 2).saturatingAdding(max(0, consumers))
        return (Decimal(max(0, periodSeconds)) * weight).divided(by: reuseSeconds)
    }
}
