/// The exact decimal digits of a finite double's magnitude, so that rounding them rounds the number itself.
struct DecimalExpansion {
    /// Digits 0 to 9, the most significant first; without leading zeros, except that zero is one `0`.
    private(set) var digits: [UInt8]
    /// How many of the digits stand behind the decimal point.
    private(set) var scale: Int

    init(_ number: Double) {
        let magnitude = number.magnitude
        let isNormal = magnitude >= Double.leastNormalMagnitude
        let bits = magnitude.significandBitPattern | (isNormal ? 1 << 52 : 0)
        let exponent = (isNormal ? Int(magnitude.exponentBitPattern) : 1) - 1075
        var whole = WholeNumber(bits)
        // A negative power of two is that many fives over that many tens.
        for _ in 0..<exponent.magnitude { whole.multiply(by: exponent < 0 ? 5 : 2) }
        digits = whole.digits
        scale = max(0, -exponent)
    }

    /// Rounds to that many digits behind the point, halves to the even neighbour.
    mutating func round(to places: Int) {
        guard scale > places else {
            digits += Array(repeating: 0, count: places - scale)
            scale = places
            return
        }
        let dropped = scale - places
        if digits.count <= dropped { digits = Array(repeating: 0, count: dropped - digits.count + 1) + digits }
        let rest = digits.suffix(dropped)
        digits.removeLast(dropped)
        scale = places
        let isTie = rest.first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
        let isOdd = (digits.last ?? 0) % 2 == 1
        if let first = rest.first, first > 5 || (first == 5 && (!isTie || isOdd)) { increment() }
    }

    /// `12.50`, with as many digits behind the point as there are.
    var fixed: String {
        let padded = Array(repeating: 0, count: max(0, scale + 1 - digits.count)) + digits
        let whole = Self.text(padded.dropLast(scale))
        return scale == 0 ? whole : whole + "." + Self.text(padded.suffix(scale))
    }

    /// `1.250e+01`, with that many digits behind the point.
    func scientific(places: Int) -> String {
        var exponent = digits == [0] ? 0 : digits.count - scale - 1
        var mantissa = self
        mantissa.scale = digits.count - 1
        mantissa.round(to: places)
        if mantissa.digits.count > places + 1 {
            mantissa.digits.removeLast()
            exponent += 1
        }
        let power = String(exponent.magnitude)
        let sign = exponent < 0 ? "-" : "+"
        return mantissa.fixed + "e" + sign + (power.utf8.count < 2 ? "0" : "") + power
    }

    private mutating func increment() {
        for index in digits.indices.reversed() {
            guard digits[index] == 9 else {
                digits[index] += 1
                return
            }
            digits[index] = 0
        }
        digits.insert(1, at: 0)
    }

    private static func text(_ digits: some Collection<UInt8>) -> String {
        String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    }
}
