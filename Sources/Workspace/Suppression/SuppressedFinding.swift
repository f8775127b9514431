import Rules

/// A finding that somebody asked not to be told about.
public struct SuppressedFinding: Sendable, Hashable {
    public let finding: Finding
    public let suppression: Suppression

    public init(finding: Finding, suppression: Suppression) {
        self.finding = finding
        self.suppression = suppression
    }
}
