/// The memory that an instance of a type registers with ECS before `ECS_RESERVED_MEMORY` is taken off.
package struct RegisteredMemory: Hashable, Sendable {
    /// Where the figure comes from.
    package enum Origin: Hashable, Sendable {
        /// Somebody measured it; it shifts by some MiB with image and kernel.
        case measured(asOf: String?, source: String?)
        /// 92.5 % of the nominal memory, rounded down.
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

    /// 92.5 % of the nominal memory: Karpenter's default overhead of 7.5 % for types that nobody measured.
    static func estimated(nominalMiB: Int) -> RegisteredMemory {
        let (thousandths, overflow) = nominalMiB.multipliedReportingOverflow(by: 925)
        return RegisteredMemory(mebibytes: overflow ? nominalMiB / 1000 * 925 : thousandths / 1000, origin: .estimated)
    }
}
