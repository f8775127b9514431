import Rules

/// The lowest severity of a finding that makes a run fail.
package enum FailureThreshold: String, Sendable, Hashable, CaseIterable {
    /// Only errors make a run fail.
    case error
    /// Errors and warnings do.
    case warning
    /// Every finding does.
    case note
    /// Findings never make a run fail; trouble of the run still does.
    case never

    /// Whether a finding of `severity` makes a run fail.
    package func isReached(by severity: Severity) -> Bool {
        switch self {
        case .error: severity >= .error
        case .warning: severity >= .warning
        case .note: true
        case .never: false
        }
    }
}
