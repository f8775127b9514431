/// The memory that an instance of a type registers with ECS before `ECS_RESERVED_MEMORY` is taken off.
package struct RegisteredMemory: Hashable, Sendable {
    /// Where the figure comes from.
    package enum Origin: Hashable, Sendable {
        /// Somebody measured it; it shifts by some MiB with image and kernel.
        case measured(asOf: String?, source: String?)
        /// Nominal memory less the most that measured types of its kind and size lose, rounded down.
        case estimated
    }

    /// What `ECS_RESERVED_MEMORY` is taken off, in MiB.
    package let mebibytes: Int
    /// How sure the figure is.
    package let origin: Origin

    /// Creates a figure, measured or estimated.
    package init(mebibytes: Int, origin: Origin) {
        self.mebibytes = mebibytes
        self.origin = origin
    }

    /// A little more than any measured type loses of its nominal memory, in hundredths of a percent (t3.nano: 20.51 %).
    static let largestLoss = 2100

    /// A bound that errs low for a type that was not measured.
    ///
    /// - Parameter lostOf10000: the part of the nominal memory that is lost, in hundredths of a percent, 0...10000.
    static func estimated(nominalMiB: Int, lostOf10000: Int) -> RegisteredMemory {
        let left = 10_000 - min(max(lostOf10000, 0), 10_000)
        let (product, overflow) = nominalMiB.multipliedReportingOverflow(by: left)
        return RegisteredMemory(mebibytes: overflow ? nominalMiB / 10_000 * left : product / 10_000, origin: .estimated)
    }
}
