import Rules

/// A finding that somebody asked not to be told about.
package struct SuppressedFinding: Sendable, Hashable {
    /// The finding as it would have been reported.
    package let finding: Finding
    /// What took it away; of several the first.
    package let suppression: Suppression

    /// Creates a pair of a finding and its suppression.
    package init(finding: Finding, suppression: Suppression) {
        self.finding = finding
        self.suppression = suppression
    }
}
