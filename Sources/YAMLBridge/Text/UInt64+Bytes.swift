/// Eight bytes tested at once.
extension UInt64 {
    static let everyLowBit: UInt64 = 0x0101_0101_0101_0101
    static let everyHighBit: UInt64 = 0x8080_8080_8080_8080
    static let eightSpaces: UInt64 = 0x2020_2020_2020_2020

    /// The high bit of the first byte that equals `byte`; bits behind the first hit may be false.
    @inline(__always)
    func hits(_ byte: UInt8) -> UInt64 {
        let difference = self ^ (UInt64(byte) &* .everyLowBit)
        return (difference &- .everyLowBit) & ~difference & .everyHighBit
    }

    /// The high bit of the first byte below `bound` (at most 128); bits behind the first hit may be false.
    @inline(__always)
    func hits(below bound: UInt8) -> UInt64 {
        (self &- UInt64(bound) &* .everyLowBit) & ~self & .everyHighBit
    }

    /// How many of the eight bytes continue a UTF-8 sequence.
    @inline(__always)
    var continuationCount: Int {
        ((self >> 7) & ~(self >> 6) & .everyLowBit).nonzeroBitCount
    }
}
