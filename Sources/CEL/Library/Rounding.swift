/// Rounds to whole numbers without the C mathematics library, which a static executable would
/// otherwise have to link for this alone.
enum Rounding {
    /// The same number as an integer; `nil` when it is not whole or does not fit.
    static func int(_ number: Double) -> Int64? {
        guard number >= -0x1p63, number < 0x1p63, Double(Int64(number)) == number else { return nil }
        return Int64(number)
    }

    /// The same number as an unsigned integer; `nil` when it is not whole or does not fit.
    static func uint(_ number: Double) -> UInt64? {
        guard number >= 0, number < 0x1p64, Double(UInt64(number)) == number else { return nil }
        return UInt64(number)
    }

    static func towardZero(_ number: Double) -> Double {
        // From 2^52 on every double is whole; not a number and the infinities stay what they are, too.
        guard number.magnitude < 0x1p52 else { return number }
        let whole = Double(Int64(number))
        return Double(signOf: number, magnitudeOf: whole)
    }

    static func down(_ number: Double) -> Double {
        let whole = towardZero(number)
        return whole > number ? whole - 1 : whole
    }

    static func up(_ number: Double) -> Double {
        let whole = towardZero(number)
        guard whole < number else { return whole }
        return Double(signOf: number, magnitudeOf: whole + 1)
    }

    /// To the nearest whole number, halves away from zero.
    static func toNearest(_ number: Double) -> Double {
        let whole = towardZero(number)
        guard (number - whole).magnitude >= 0.5 else { return whole }
        return number < 0 ? whole - 1 : whole + 1
    }
}
