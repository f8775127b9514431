/// What holds from a minute of the week on, until the next change.
package struct WeekChange<Value: Sendable>: Sendable {
    /// From Sunday at 0:00, 0..<10080.
    package let minute: Int
    package let value: Value

    /// Creates a change.
    package init(minute: Int, value: Value) {
        self.minute = minute
        self.value = value
    }
}

extension WeekChange: Equatable where Value: Equatable {}
extension WeekChange: Hashable where Value: Hashable {}

/// The sizes of an Auto Scaling group.
package struct GroupSizes: Hashable, Sendable {
    package var minimum: Int?
    package var maximum: Int?
    package var desired: Int?

    /// Creates sizes; `nil` is not known, or not changed.
    package init(minimum: Int? = nil, maximum: Int? = nil, desired: Int? = nil) {
        self.minimum = minimum
        self.maximum = maximum
        self.desired = desired
    }
}
