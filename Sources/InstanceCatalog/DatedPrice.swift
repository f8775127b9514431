/// A price in US dollars with its date and source.
package struct DatedPrice: Hashable, Sendable {
    /// US dollars for the unit that the lookup names (an hour, a GB-month, a million requests).
    package let usd: Decimal
    /// The day of the figure, `2026-07-20`; `nil` where the source is undated.
    package let asOf: String?
    /// Who says so.
    package let source: String?

    /// Creates a price as a source gives it.
    package init(usd: Decimal, asOf: String?, source: String?) {
        self.usd = usd
        self.asOf = asOf
        self.source = source
    }
}
