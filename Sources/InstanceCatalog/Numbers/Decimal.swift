/// An exact decimal number with twelve digits after the point, for money and for counts of money.
///
/// Values run to about ±1.7e26. A result beyond that stays at the bound instead of stopping the program; callers that
/// bound their input (`CostRequest` does) never meet it. Addition, subtraction and multiplication by an integer are
/// exact; a product or quotient with more than twelve decimals is rounded half away from zero.
package struct Decimal: Hashable, Sendable {
    /// Units of 10^-12.
    let units: Int128

    static let fractionDigits = 12
    static let one: Int128 = 1_000_000_000_000

    init(units: Int128) {
        self.units = units
    }

    /// A whole number.
    package init(_ integer: Int) {
        units = Int128(integer) * Self.one
    }

    /// The number zero.
    package static let zero = Decimal(units: 0)

    /// `significand` / 10^`scale`; `nil` when `scale` is outside 0...12.
    package init?(significand: Int, scale: Int) {
        guard (0...Self.fractionDigits).contains(scale) else { return nil }
        units = Int128(significand) * Self.power(of: Self.fractionDigits - scale)
    }

    /// Reads plain decimal text such as `0.0188` or `-3`: an optional sign, digits, and at most twelve decimals.
    ///
    /// `nil` for anything else: exponents, spaces, group marks, more digits than the type can hold.
    package init?(_ text: some StringProtocol) {
        self.init(utf8: text.utf8)
    }

    init?(utf8 bytes: some Sequence<UInt8>) {
        var isNegative = false
        var value: Int128 = 0
        var integerDigits = 0
        var decimals: Int?
        for (position, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where position == 0: isNegative = true
            case UInt8(ascii: "+") where position == 0: break
            case UInt8(ascii: ".") where decimals == nil && integerDigits > 0: decimals = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if let digits = decimals { decimals = digits + 1 } else { integerDigits += 1 }
                guard integerDigits <= 26, (decimals ?? 0) <= Self.fractionDigits else { return nil }
                value = value * 10 + Int128(byte &- UInt8(ascii: "0"))
            default: return nil
            }
        }
        guard integerDigits > 0, decimals != 0 else { return nil }
        let (scaled, overflow) = value.multipliedReportingOverflow(
            by: Self.power(of: Self.fractionDigits - (decimals ?? 0)))
        guard !overflow else { return nil }
        units = isNegative ? -scaled : scaled
    }

    static func power(of exponent: Int) -> Int128 {
        var result: Int128 = 1
        for _ in 0..<max(0, exponent) { result &*= 10 }
        return result
    }
}

extension Decimal: Comparable {
    /// Compares the exact values.
    package static func < (left: Decimal, right: Decimal) -> Bool { left.units < right.units }
}

extension Decimal: ExpressibleByIntegerLiteral {
    /// Lets a whole number be written as a literal.
    package init(integerLiteral value: Int) { self.init(value) }
}
