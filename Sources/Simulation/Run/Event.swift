/// Something that will happen. Events of one moment happen in the order of their phases, then of their numbers.
struct Event: Comparable {
    enum Phase: UInt8 {
        case workEnds, messageShows, messageArrives, messageExpires, taskReady, taskKilled, boundsChange, sample, evaluation
    }

    let time: Int
    /// The phase above the number.
    let order: UInt64
    let subject: Int
    let detail: Int

    init(_ phase: Phase, at time: Int, number: Int, subject: Int, detail: Int = 0) {
        self.time = time
        order = UInt64(phase.rawValue) << 56 | UInt64(clamping: number)
        self.subject = subject
        self.detail = detail
    }

    var phase: Phase { Phase(rawValue: UInt8(truncatingIfNeeded: order >> 56)) ?? .evaluation }

    static func < (left: Event, right: Event) -> Bool {
        left.time != right.time ? left.time < right.time : left.order < right.order
    }
}
