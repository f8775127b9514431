/// A scheduled action: new bounds from a moment on.
package struct BoundsChange: Hashable, Sendable {
    /// Milliseconds from the start.
    package var time: Int
    package var minimum: Int?
    package var maximum: Int?

    /// Creates a change.
    package init(time: Int, minimum: Int?, maximum: Int?) {
        self.time = time
        self.minimum = minimum
        self.maximum = maximum
    }
}
