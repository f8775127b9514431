extension Decimal {
    /// The sum, exact.
    package static func + (left: Decimal, right: Decimal) -> Decimal {
        let (sum, overflow) = left.units.addingReportingOverflow(right.units)
        return overflow ? bound(negative: left.units < 0) : Decimal(units: sum)
    }

    /// The difference, exact.
    package static func - (left: Decimal, right: Decimal) -> Decimal {
        let (difference, overflow) = left.units.subtractingReportingOverflow(right.units)
        return overflow ? bound(negative: left.units < 0) : Decimal(units: difference)
    }

    /// The product with a whole number, exact.
    package static func * (left: Decimal, right: Int) -> Decimal {
        let (product, overflow) = left.units.multipliedReportingOverflow(by: Int128(right))
        return overflow ? bound(negative: (left.units < 0) != (right < 0)) : Decimal(units: product)
    }

    /// The product, rounded half away from zero to twelve decimals where it has more.
    package static func * (left: Decimal, right: Decimal) -> Decimal {
        let product = left.units.magnitude.multipliedFullWidth(by: right.units.magnitude)
        return quotient(product, by: one.magnitude, negative: (left.units < 0) != (right.units < 0))
    }

    /// Adds to a number in place, exactly.
    package static func += (left: inout Decimal, right: Decimal) { left = left + right }

    /// The quotient rounded half away from zero to twelve decimals; `nil` when `divisor` is zero.
    package func divided(by divisor: Decimal) -> Decimal? {
        guard divisor.units != 0 else { return nil }
        let product = units.magnitude.multipliedFullWidth(by: Self.one.magnitude)
        return Self.quotient(product, by: divisor.units.magnitude, negative: (units < 0) != (divisor.units < 0))
    }

    /// The quotient rounded half away from zero to twelve decimals; `nil` when `divisor` is zero.
    package func divided(by divisor: Int) -> Decimal? { divided(by: Decimal(divisor)) }

    /// `percent` hundredths of this value: `Decimal(200).percent(30)` is 60.
    package func percent(_ percent: Decimal) -> Decimal {
        let product = units.magnitude.multipliedFullWidth(by: percent.units.magnitude)
        return Self.quotient(
            product, by: (Self.one * 100).magnitude, negative: (units < 0) != (percent.units < 0))
    }

    /// This value rounded half away from zero to `places` decimals (0...12; other values count as the nearest of these).
    package func rounded(toPlaces places: Int) -> Decimal {
        let step = Self.power(of: Self.fractionDigits - min(max(places, 0), Self.fractionDigits)).magnitude
        let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: step)
        let (rounded, overflow) = (rest >= step - rest ? whole + 1 : whole).multipliedReportingOverflow(by: step)
        guard !overflow, let result = Int128(exactly: rounded) else { return Self.bound(negative: units < 0) }
        return Decimal(units: units < 0 ? -result : result)
    }

    private static func bound(negative: Bool) -> Decimal {
        Decimal(units: negative ? -Int128.max : Int128.max)
    }

    private static func quotient(
        _ dividend: (high: UInt128, low: UInt128), by divisor: UInt128, negative: Bool
    ) -> Decimal {
        guard dividend.high < divisor else { return bound(negative: negative) }
        let (whole, rest) = divisor.dividingFullWidth(dividend)
        let (rounded, overflow) = whole.addingReportingOverflow(rest >= divisor - rest ? 1 : 0)
        guard !overflow, let result = Int128(exactly: rounded) else { return bound(negative: negative) }
        return Decimal(units: negative ? -result : result)
    }
}
