/// How much a finding matters; the raw values are those of every report.
package enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// A risk or waste that somebody should know.
    case note
    /// A risk or a waste.
    case warning
    /// Breaks or loses work.
    case error

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }

    /// Whether `left` matters less.
    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
