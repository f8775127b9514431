#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The two functions of probabilities that the standard library lacks.
enum Exponential {
    static func power(_ exponent: Double) -> Double { exp(exponent) }
    static func logarithm(_ value: Double) -> Double { log(value) }
}
