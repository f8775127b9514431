/// A metric's value, kept as a fraction so that no comparison and no rounding up is off by a rounding.
struct Fraction: Hashable, Sendable {
    let numerator: Int
    /// 1 or more.
    let denominator: Int

    init(_ numerator: Int, _ denominator: Int) {
        self.numerator = numerator
        self.denominator = max(1, denominator)
    }

    private static let million = Int128(1_000_000)

    /// Whether it is above a number of millionths, of which `tenths` tenths count.
    func isAbove(_ millionths: Int, tenths: Int = 10) -> Bool {
        Int128(numerator) * Self.million * 10 > Int128(millionths) * Int128(tenths) * Int128(denominator)
    }

    /// Whether it is below a number of millionths, of which `tenths` tenths count.
    func isBelow(_ millionths: Int, tenths: Int = 10) -> Bool {
        Int128(numerator) * Self.million * 10 < Int128(millionths) * Int128(tenths) * Int128(denominator)
    }

    /// `count` times this by `millionths`, rounded up.
    func share(of count: Int, by millionths: Int) -> Int {
        let bottom = Int128(max(1, millionths)) * Int128(denominator)
        let top = Int128(numerator) * Int128(count) * Self.million
        return Int(clamping: (top + bottom - 1) / bottom)
    }

    /// This less a threshold, in millionths times the denominator.
    func distance(from millionths: Int) -> Int128 {
        Int128(numerator) * Self.million - Int128(millionths) * Int128(denominator)
    }
}
