/// Logarithm and power of e from additions, multiplications and divisions alone, so that every machine and the reference in
/// `Tests/SimulationReference` come to the same bits, which a C library does not promise.
enum ExactFunctions {
    private static let logarithmOf2 = 0.693147180559945309417

    /// The natural logarithm of a number above 0: `m * 2^k` with m in 0.75..<1.5, then 2 artanh((m - 1) / (m + 1)).
    static func logarithm(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return 0 }
        var mantissa = value
        var exponent = 0
        while mantissa >= 1.5 {
            mantissa /= 2
            exponent += 1
        }
        while mantissa < 0.75 {
            mantissa *= 2
            exponent -= 1
        }
        let ratio = (mantissa - 1) / (mantissa + 1)
        let square = ratio * ratio
        var power = ratio
        var total = 0.0
        var divisor = 1.0
        while divisor < 60 {
            total += power / divisor
            power *= square
            divisor += 2
        }
        return 2 * total + Double(exponent) * logarithmOf2
    }

    /// e to the power of a number of at most 40 either way.
    static func power(_ exponent: Double) -> Double {
        let small = exponent / 64
        var term = 1.0
        var total = 1.0
        for index in 1..<25 {
            term = term * small / Double(index)
            total += term
        }
        for _ in 0..<6 { total *= total }
        return total
    }
}
