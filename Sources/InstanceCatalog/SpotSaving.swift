/// What the Spot Instance Advisor says of a type in a region: indicative, never a quote.
public struct SpotSaving: Hashable, Sendable {
    /// Saving over the on-demand price in percent, 0...100.
    public let percent: Decimal
    /// Share of instances interrupted within a month, such as `<5%` or `10-15%`.
    public let interruptionBand: String?
    /// The day of the figure.
    public let asOf: String?
    /// Who says so.
    public let source: String?
}
