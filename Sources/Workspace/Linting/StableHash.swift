/// A hash that is the same in every run and release, for fingerprints.
enum StableHash {
    /// FNV-1a of 64 bits over the parts, as 16 hexadecimal digits.
    static func text(of parts: [String]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for part in parts {
            // A byte that no text holds keeps ("a", "b") and ("ab", "") apart.
            for byte in part.utf8 + [0xFF] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
