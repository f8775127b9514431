/// A second place that explains a finding.
public struct RelatedLocation: Sendable, Hashable {
    public let message: String
    public let location: Location

    public init(message: String, location: Location) {
        self.message = message
        self.location = location
    }
}
