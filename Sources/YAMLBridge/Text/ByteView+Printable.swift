extension ByteView {
    /// True when every character is one that YAML allows beyond doubt, so that libyaml need not look at each.
    ///
    /// For the lead bytes 0xC2 and 0xEF it depends on what follows; they count as doubtful.
    var isBeyondDoubtPrintable: Bool {
        var doubtful: UInt64 = 0
        var offset = 0
        while let word = word(at: offset) {
            doubtful |= word.doubtfulBytes
            offset += 8
        }
        var rest = UInt64.eightSpaces
        while offset < count {
            rest = rest << 8 | UInt64(self[offset])
            offset += 1
        }
        return doubtful | rest.doubtfulBytes == 0
    }

    /// How many characters begin in the text.
    var codePointCount: Int {
        var continuations = 0
        var offset = 0
        while let word = word(at: offset) {
            continuations += word.continuationCount
            offset += 8
        }
        while offset < count {
            continuations += self[offset].isUTF8Continuation ? 1 : 0
            offset += 1
        }
        return count - continuations
    }
}

extension UInt64 {
    /// The high bit of each control character other than tab, LF and CR, of DEL, and of 0xC2 and 0xEF.
    @inline(__always)
    fileprivate var doubtfulBytes: UInt64 {
        let low = self & ~.everyHighBit
        // Sums of seven bits: nothing carries into the next byte.
        let isNoControl = low &+ 0x60 &* .everyLowBit
        let isAllowedControl = ~(low.differences(.tab) & low.differences(.lineFeed) & low.differences(.carriageReturn))
        let ascii = ~(isNoControl | isAllowedControl) | ~low.differences(0x7F)
        guard self & .everyHighBit != 0 else { return ascii & .everyHighBit }
        let others = ~(low.differences(0x42) & low.differences(0x6F))
        return (ascii & ~self | others & self) & .everyHighBit
    }

    /// The high bit of each byte that is not `byte`; both have seven bits.
    @inline(__always)
    private func differences(_ byte: UInt8) -> UInt64 {
        (self ^ UInt64(byte) &* .everyLowBit) &+ 0x7F &* .everyLowBit
    }
}
