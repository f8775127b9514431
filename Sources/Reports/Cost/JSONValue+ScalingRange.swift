import Capacity
import InstanceCatalog

extension JSONValue {
    /// Counts at the fewest, the usual and the most tasks.
    static func range(_ range: ScalingRange<Int?>) -> JSONValue {
        .record(["min": .optional(range.minimum), "desired": .optional(range.desired), "max": .optional(range.maximum)])
    }

    /// Money at the fewest, the usual and the most tasks.
    static func range(_ range: ScalingRange<Decimal?>) -> JSONValue {
        .record(["min": .optional(range.minimum), "desired": .optional(range.desired), "max": .optional(range.maximum)])
    }
}
