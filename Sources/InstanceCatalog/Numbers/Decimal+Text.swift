extension Decimal: CustomStringConvertible {
    /// The exact value without trailing zeros: `0.0188`, `730`.
    package var description: String { text(minimumPlaces: 0, maximumPlaces: Self.fractionDigits) }

    /// A JSON number with at most six decimals, rounded half away from zero.
    package var jsonText: String { text(minimumPlaces: 0, maximumPlaces: 6) }

    /// The value with exactly `places` decimals (0...12), rounded half away from zero; thousands in groups when asked for.
    package func text(places: Int, grouped: Bool = false) -> String {
        text(minimumPlaces: places, maximumPlaces: places, grouped: grouped)
    }

    /// The value rounded to `maximumPlaces`, with trailing zeros only up to `minimumPlaces` (both 0...12).
    package func text(minimumPlaces: Int, maximumPlaces: Int, grouped: Bool = false) -> String {
        let value = rounded(toPlaces: maximumPlaces)
        let (whole, rest) = value.units.magnitude.quotientAndRemainder(dividingBy: Self.one.magnitude)
        var decimals = Array(String(rest + Self.one.magnitude).utf8.dropFirst())
        let shortest = min(max(minimumPlaces, 0), Self.fractionDigits)
        while decimals.count > shortest, decimals.last == UInt8(ascii: "0") { decimals.removeLast() }
        let integer = grouped ? Self.grouped(String(whole)) : String(whole)
        let sign = value.units < 0 ? "-" : ""
        return sign + integer + (decimals.isEmpty ? "" : "." + String(decoding: decimals, as: UTF8.self))
    }

    private static func grouped(_ digits: String) -> String {
        var result = ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position).isMultiple(of: 3) { result.append(",") }
            result.append(digit)
        }
        return result
    }
}
