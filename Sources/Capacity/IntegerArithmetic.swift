extension Int {
    /// The quotient rounded up; both operands must not be negative and `divisor` not zero.
    func ceilingDivided(by divisor: Int) -> Int {
        self <= 0 ? 0 : (self - 1) / divisor + 1
    }

    /// The sum, held at the bounds of `Int`.
    func saturatingAdding(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }

    /// The difference, held at the bounds of `Int`.
    func saturatingSubtracting(_ other: Int) -> Int {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? (other < 0 ? .max : .min) : difference
    }

    /// The product, held at the bounds of `Int`.
    package func saturatingMultiplied(by other: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? ((self < 0) == (other < 0) ? .max : .min) : product
    }

    /// This many hundredths of `whole`, rounded down; exact for every operand that is not negative.
    func percentRoundedDown(of whole: Int) -> Int {
        Int(clamping: Int128(self) * Int128(whole) / 100)
    }

    /// This many hundredths of `whole`, rounded up; exact for every operand that is not negative.
    func percentRoundedUp(of whole: Int) -> Int {
        Int(clamping: (Int128(self) * Int128(whole) + 99) / 100)
    }
}
