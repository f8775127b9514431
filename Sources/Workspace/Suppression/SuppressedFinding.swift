import Rules

/// A finding that somebody asked not to be told about.
public struct SuppressedFinding: Sendable, Hashable {
    /// The finding as it would have been reported.
    public let finding: Finding
    /// What took it away; of several the first.
    public let suppression: Suppression

    /// Creates a pair of a finding and its suppression.
    public init(finding: Finding, suppression: Suppression) {
        self.finding = finding
        self.suppression = suppression
    }
}
