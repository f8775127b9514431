/// A moment of the years 1 to 9999, to the nanosecond.
package struct Timestamp: Hashable, Comparable, Sendable {
    /// Seconds since the beginning of 1970 in UTC.
    package let seconds: Int64
    /// 0 to 999,999,999, counted forward.
    package let nanoseconds: Int64

    static let nanosecondsPerSecond: Int64 = 1_000_000_000

    private static let firstSecond: Int64 = -62_135_596_800
    private static let lastSecond: Int64 = 253_402_300_799

    /// `nil` outside the years 1 to 9999, or of a wrong fraction.
    package init?(seconds: Int64, nanoseconds: Int64) {
        guard (Self.firstSecond...Self.lastSecond).contains(seconds),
            (0..<Self.nanosecondsPerSecond).contains(nanoseconds)
        else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// Whether `left` is the earlier moment.
    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    /// The moment that many nanoseconds later; `nil` when it is out of range.
    func adding(nanoseconds span: Int64) -> Timestamp? {
        let wholeSeconds = span.quotient(flooredBy: Self.nanosecondsPerSecond)
        let fraction = nanoseconds + (span - wholeSeconds * Self.nanosecondsPerSecond)
        let carry = fraction / Self.nanosecondsPerSecond
        return Timestamp(
            seconds: seconds + wholeSeconds + carry, nanoseconds: fraction % Self.nanosecondsPerSecond)
    }

    /// The nanoseconds from another moment to this one; `nil` when they do not fit.
    func nanoseconds(since other: Timestamp) -> Int64? {
        let (whole, overflow) = (seconds - other.seconds)
            .multipliedReportingOverflow(by: Self.nanosecondsPerSecond)
        let (span, carried) = whole.addingReportingOverflow(nanoseconds - other.nanoseconds)
        return overflow || carried ? nil : span
    }
}

extension Timestamp: CustomStringConvertible {
    /// RFC 3339 in UTC, with as many digits of the second as needed.
    package var description: String { TimeText.text(of: self) }
}

extension Int64 {
    /// The quotient rounded down; the divisor must be positive.
    func quotient(flooredBy divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
