/// Powers for metric math, without the C library.
enum MetricPower {
    /// The power for small whole exponents; `nil` for others, which nothing here decides.
    static func power(_ base: Double, _ exponent: Double) -> Double? {
        guard exponent == exponent.rounded(), abs(exponent) <= 64, let count = Int(exactly: abs(exponent)) else {
            return nil
        }
        let product = (0..<count).reduce(1.0) { product, _ in product * base }
        return exponent < 0 ? 1 / product : product
    }
}
