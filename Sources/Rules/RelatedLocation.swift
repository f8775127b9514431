/// A second place that explains a finding.
package struct RelatedLocation: Sendable, Hashable {
    /// What stands there, for people: "VisibilityTimeout is 30".
    package let message: String
    /// The place; it may be in another file than the finding.
    package let location: Location

    /// Creates a second place of a finding.
    package init(message: String, location: Location) {
        self.message = message
        self.location = location
    }
}
