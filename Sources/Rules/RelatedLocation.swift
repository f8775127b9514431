/// A second place that explains a finding.
public struct RelatedLocation: Sendable, Hashable {
    /// What stands there, for people: "VisibilityTimeout is 30".
    public let message: String
    /// The place; it may be in another file than the finding.
    public let location: Location

    /// Creates a second place of a finding.
    public init(message: String, location: Location) {
        self.message = message
        self.location = location
    }
}
