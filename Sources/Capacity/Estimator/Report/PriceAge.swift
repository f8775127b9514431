import Text

/// Tells prices that may have changed since.
package enum PriceAge {
    /// Days after which a price is warned of.
    package static let limit = 180

    /// The age in days when it is above the limit; `nil` for a younger price or one without a date.
    package static func excess(of price: String?, on today: CivilDay?) -> Int? {
        guard let today, let day = price.flatMap({ CivilDay($0) }) else { return nil }
        let age = today.days(since: day)
        return age > limit ? age : nil
    }
}
