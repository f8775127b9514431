/// An SQS queue: messages that wait, are delayed or in flight, and where they end.
///
/// Sources: SQS developer guide, "Visibility timeout", "Delay queues", "Dead-letter queues", "Quotas"; API DeleteMessage: the newest
/// receipt handle deletes.
struct MessageQueue {
    enum State: UInt8 {
        case delayed, waiting, inFlight, deleted, expired, deadLettered
    }

    /// What a receive gives.
    enum Receive: Equatable {
        /// A message, with how often it has been received.
        case message(Int, receives: Int)
        /// It went to the dead letters instead.
        case deadLettered(Int)
        case nothing
    }

    private let settings: QueueSettings
    private var sentTimes: [Int] = []
    private var receives: [Int32] = []
    private var states: [State] = []
    /// Messages in the order in which they became visible; those that do not wait any more are passed over.
    private var line: [Int] = []
    private var head = 0
    /// No older message is there.
    private var oldest = 0
    private(set) var visible = 0
    private(set) var delayed = 0
    private(set) var inFlight = 0
    private(set) var deleted = 0
    private(set) var expired = 0
    private(set) var deadLettered = 0
    private(set) var redelivered = 0
    private(set) var mostVisible = 0

    init(_ settings: QueueSettings) { self.settings = settings }

    var sent: Int { sentTimes.count }

    func sentTime(of message: Int) -> Int { sentTimes[message] }

    mutating func send(at time: Int) -> Int {
        let message = sentTimes.count
        sentTimes.append(time)
        receives.append(0)
        states.append(.delayed)
        delayed += 1
        if settings.delay == 0 { _ = show(message, receives: 0) }
        return message
    }

    /// The end of a delay or of a visibility timeout, when the message has not moved on since.
    mutating func show(_ message: Int, receives expected: Int) -> Bool {
        guard Int(receives[message]) == expected else { return false }
        switch (states[message], expected == 0) {
        case (.delayed, true): delayed -= 1
        case (.inFlight, false): inFlight -= 1
        default: return false
        }
        states[message] = .waiting
        visible += 1
        line.append(message)
        mostVisible = max(mostVisible, visible)
        return true
    }

    var mayReceive: Bool { visible > 0 && inFlight < settings.mostInFlight }

    mutating func receive() -> Receive {
        guard mayReceive else { return .nothing }
        while head < line.count, states[line[head]] != .waiting { head += 1 }
        guard head < line.count else { return .nothing }
        let message = line[head]
        head += 1
        if head > 4_096, head * 2 > line.count {
            line.removeFirst(head)
            head = 0
        }
        visible -= 1
        if settings.mostReceives > 0, Int(receives[message]) >= settings.mostReceives {
            states[message] = .deadLettered
            deadLettered += 1
            return .deadLettered(message)
        }
        receives[message] += 1
        if receives[message] > 1 { redelivered += 1 }
        states[message] = .inFlight
        inFlight += 1
        return .message(message, receives: Int(receives[message]))
    }

    /// Deletes by the receipt of a receive; whether that was the newest.
    mutating func delete(_ message: Int, receives expected: Int) -> Bool {
        guard Int(receives[message]) == expected, leave(message) else { return false }
        states[message] = .deleted
        deleted += 1
        return true
    }

    /// The oldest message when its retention has passed.
    mutating func expire(at time: Int) -> Int? {
        guard let message = oldestMessage(), sentTimes[message] + settings.retention <= time, leave(message) else { return nil }
        states[message] = .expired
        expired += 1
        return message
    }

    /// The time at which the oldest message expires.
    mutating func nextExpiry() -> Int? { oldestMessage().map { sentTimes[$0] + settings.retention } }

    mutating func oldestSentTime() -> Int? { oldestMessage().map { sentTimes[$0] } }

    private mutating func oldestMessage() -> Int? {
        while oldest < states.count, states[oldest].rawValue >= State.deleted.rawValue { oldest += 1 }
        return oldest < states.count ? oldest : nil
    }

    private mutating func leave(_ message: Int) -> Bool {
        switch states[message] {
        case .delayed: delayed -= 1
        case .waiting: visible -= 1
        case .inFlight: inFlight -= 1
        case .deleted, .expired, .deadLettered: return false
        }
        return true
    }
}
