import Evaluation

/// Logarithms with the digits that Go gives them: `log(1000, 10)` is 2.9999999999999996 in Terraform.
///
/// The series is the one of FreeBSD's `e_log.c`, which https://pkg.go.dev/math#Log documents as its source.
enum NaturalLogarithm {
    private static let coefficients: [Double] = [
        6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01, 2.222219843214978396e-01,
        1.818357216161805012e-01, 1.531383769920937332e-01, 1.479819860511658591e-01,
    ]

    /// The logarithm of a number to a base. A result with a fraction is marked as cut off, as it is none that texts or
    /// further arithmetic can rest on; `nil` for what has none.
    static func quotient(_ number: ExactNumber, _ base: ExactNumber) -> ExactNumber? {
        guard !number.isRounded, !base.isRounded, let value = Double(number.text), let other = Double(base.text), value > 0,
            other > 0, other != 1
        else { return nil }
        let result = logarithm(value) / logarithm(other)
        if let whole = Int(exactly: result) { return ExactNumber(whole) }
        let text = "\(result)"
        guard let point = text.firstIndex(of: "."), !text.contains("e") else { return nil }
        // More digits than are kept say that there are others.
        let missing = 31 - text.utf8.count + text.utf8.distance(from: text.startIndex, to: point)
        return missing > 1 ? ExactNumber(text + String(repeating: "0", count: missing - 1) + "1") : nil
    }

    private static func logarithm(_ value: Double) -> Double {
        let (high, low) = (6.93147180369123816490e-01, 1.90821492927058770002e-10)
        var fraction = value.significand / 2
        var exponent = Double(value.exponent) + 1
        if fraction < 0.5.squareRoot() {
            fraction *= 2
            exponent -= 1
        }
        let rest = fraction - 1
        let ratio = rest / (2 + rest)
        let square = ratio * ratio
        let fourth = square * square
        let c = coefficients
        let odd = square * (c[0] + fourth * (c[2] + fourth * (c[4] + fourth * c[6])))
        let even = fourth * (c[1] + fourth * (c[3] + fourth * c[5]))
        let half = 0.5 * rest * rest
        return exponent * high - ((half - (ratio * (half + odd + even) + exponent * low)) - rest)
    }
}
