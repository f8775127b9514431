import Evaluation
import Templates

/// What the ARN of a queue says of its type: the names of FIFO queues, and theirs only, end in `.fifo`.
///
/// Source: SQS, CreateQueue, `QueueName`.
enum FifoName {
    enum Answer {
        case known(Bool)
        /// It is no text, or not known that far.
        case open
    }

    private static let ending = ".fifo"

    /// - Parameter arn: what is written for the ARN; only that of a queue whose end is known is answered.
    static func reading(of arn: Value) -> Answer {
        guard case .literal(let end)? = arn.textParts.last, LinkResolver.service(in: arn) == "sqs" else { return .open }
        if end.hasSuffix(ending) { return .known(true) }
        // Any text may stand before the end: `${Name}o` may be a FIFO queue.
        guard !end.isEmpty, end.utf8.count >= ending.utf8.count || !ending.hasSuffix(end) else { return .open }
        return .known(false)
    }
}
