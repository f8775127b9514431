import Evaluation
import Templates

/// What is known of a worker whichever queue it receives from: read once, since each fact is looked for among all its
/// environment variables and tags.
struct ConsumerFacts {
    /// Fields of a consumer, by name.
    let fields: [(key: FieldKey, field: Field)]
    let processingSeconds: Field
    /// Whether somebody says how long a message takes.
    let isProcessingTimeDeclared: Bool
    let isAverageTimeDeclared: Bool

    init(_ reading: WorkerFactReading) {
        let average = reading.double("averageProcessingSeconds", declared: \.averageProcessingSeconds)
        isAverageTimeDeclared = average.state != .unknown
        processingSeconds = reading.processingSeconds()
        isProcessingTimeDeclared = !reading.isMissing(processingSeconds)
        fields = [
            (.averageProcessingSeconds, average),
            (.arrivalRate, reading.double("arrivalRate", declared: \.arrivalRate)),
            (.peakArrivalRate, reading.double("peakArrivalRate", declared: \.peakArrivalRate)),
            (.latencyGoalSeconds, reading.double("latencyGoalSeconds", declared: \.latencyGoalSeconds)),
            (.messagesPerReceive, reading.integer("messagesPerReceive", declared: \.messagesPerReceive, usual: 1)),
            (.concurrency, reading.integer("concurrency", declared: \.concurrency, usual: 1)),
            (.extendsVisibility, reading.bool("extendsVisibility", declared: \.extendsVisibility, usual: false)),
        ]
    }
}
