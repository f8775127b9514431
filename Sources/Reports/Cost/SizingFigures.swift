import Capacity
import InstanceCatalog

/// The waits of a sized fleet as decimals, for every format alike.
struct SizingFigures {
    let waitProbability: Decimal
    /// In seconds.
    let meanWait: Decimal
    /// What 95 % of the messages do not exceed, in seconds.
    let longWait: Decimal

    init(_ sizing: FleetSizing) {
        waitProbability = Self.decimal(sizing.line.waitProbability)
        meanWait = Self.decimal(sizing.line.meanWait)
        longWait = Self.decimal(sizing.line.wait(percentile: 95))
    }

    /// Estimates carry four digits behind the point, no more.
    static func decimal(_ value: Double) -> Decimal {
        guard value.isFinite, abs(value) < 1e12 else { return .zero }
        return Decimal(significand: Int((value * 10_000).rounded()), scale: 4) ?? .zero
    }
}
