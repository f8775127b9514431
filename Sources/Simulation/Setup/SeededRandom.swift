/// Random numbers that are the same on every machine: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) and functions that use
/// only operations which IEEE 754 rounds exactly.
package struct SeededRandom: Sendable {
    private var state: UInt64

    /// Creates the sequence of a seed.
    package init(seed: UInt64) { state = seed }

    private mutating func bits() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Above 0, up to 1.
    mutating func unit() -> Double { Double((bits() >> 11) + 1) / Double(1 << 53) }

    /// Of mean 1.
    mutating func exponential() -> Double { -ExactFunctions.logarithm(unit()) }

    /// Of mean 0 and variance 1: twelve units less six (Irwin and Hall).
    mutating func normal() -> Double {
        var total = 0.0
        for _ in 0..<12 { total += unit() }
        return total - 6
    }
}
