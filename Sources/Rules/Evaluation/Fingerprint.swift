/// A short name for a finding that is the same in every run and release, so that runs can be compared.
package enum Fingerprint {
    /// FNV-1a over the parts, 64 bits in hexadecimal digits.
    package static func make(_ parts: [String]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for part in parts {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            // A zero byte ends each part, so that ("ab", "c") and ("a", "bc") differ.
            hash = hash &* 0x100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
