/// A figure at the lowest, the usual and the highest number of tasks of a service.
package struct ScalingRange<Value: Sendable>: Sendable {
    /// At the fewest tasks that scaling keeps.
    package let minimum: Value
    /// At the number of tasks that usually run.
    package let desired: Value
    /// At the most tasks that scaling starts.
    package let maximum: Value

    /// Creates a range of three figures; they need not be in order.
    package init(minimum: Value, desired: Value, maximum: Value) {
        self.minimum = minimum
        self.desired = desired
        self.maximum = maximum
    }

    /// The same figure at all three.
    package init(all value: Value) {
        self.init(minimum: value, desired: value, maximum: value)
    }

    /// Applies a function to each of the three.
    package func map<Result>(_ transform: (Value) -> Result) -> ScalingRange<Result> {
        ScalingRange<Result>(
            minimum: transform(minimum), desired: transform(desired), maximum: transform(maximum))
    }

    /// Joins two figures at each of the three.
    package func combined<Other, Result>(
        with other: ScalingRange<Other>, _ join: (Value, Other) -> Result
    ) -> ScalingRange<Result> {
        ScalingRange<Result>(
            minimum: join(minimum, other.minimum), desired: join(desired, other.desired),
            maximum: join(maximum, other.maximum))
    }
}

extension ScalingRange: Equatable where Value: Equatable {}
extension ScalingRange: Hashable where Value: Hashable {}
