import Capacity
import InstanceCatalog

extension Comparison {
    /// US dollars a month before and after; `nil` where a price or a count is unknown.
    package struct CostChange: Sendable {
        /// A service's name, `ebs of Jobs` for what comes with it, `total` for the whole.
        package let name: String
        /// In the old state, at the fewest, the usual and the most tasks; 0 where it was not there.
        package let old: ScalingRange<Decimal?>
        /// In the new state; 0 where it is not there.
        package let new: ScalingRange<Decimal?>
        /// False for a service that is on one side only.
        package let isOnBothSides: Bool

        /// What it costs more; `nil` where one of the two is unknown.
        package var change: ScalingRange<Decimal?> {
            old.combined(with: new) { old, new in old.flatMap { old in new.map { $0 - old } } }
        }

        /// Whether nothing of it is different, as far as is known.
        package var isUnchanged: Bool { change == ScalingRange(all: .zero) }
    }
}
