/// What the Spot Instance Advisor says of a type in a region: indicative, never a quote.
package struct SpotSaving: Hashable, Sendable {
    /// Saving over the on-demand price in percent, 0...100.
    package let percent: Decimal
    /// Share of instances interrupted within a month, such as `<5%` or `10-15%`.
    package let interruptionBand: String?
    /// The day of the figure.
    package let asOf: String?
    /// Who says so.
    package let source: String?

    /// The upper end of the band in percent: 5 for `<5%`, 15 for `10-15%`, 100 for `>20%`; `nil` for an unknown band.
    package var mostInterruptedPercent: Int? {
        guard let band = interruptionBand else { return nil }
        if band.hasPrefix(">") { return 100 }
        return band.split { !$0.isNumber }.last.flatMap { Int($0) }
    }
}
