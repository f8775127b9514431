/// A whole number of any size, for multiplication by small factors.
struct WholeNumber {
    private static let base: UInt64 = 1_000_000_000

    /// In base 10^9, the least significant first.
    private var limbs: [UInt64]

    init(_ value: UInt64) {
        limbs = [value % Self.base, value / Self.base % Self.base, value / Self.base / Self.base]
    }

    mutating func multiply(by factor: UInt64) {
        var carry: UInt64 = 0
        for index in limbs.indices {
            let product = limbs[index] * factor + carry
            limbs[index] = product % Self.base
            carry = product / Self.base
        }
        if carry > 0 { limbs.append(carry) }
    }

    var digits: [UInt8] {
        let all = limbs.reversed().flatMap { limb in
            (0..<9).reversed().map { place in UInt8(limb / Self.powers[place] % 10) }
        }
        let significant = all.drop { $0 == 0 }
        return significant.isEmpty ? [0] : Array(significant)
    }

    private static let powers: [UInt64] = [
        1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
    ]
}
