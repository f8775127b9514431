/// A stretch of a source text; `end` is exclusive.
package struct SourceSpan: Sendable, Hashable {
    /// The first character.
    package let start: SourcePosition
    /// Behind the last character; equal to `start` for a place without extent.
    package let end: SourcePosition

    /// Creates a span; `end` must not stand before `start`.
    package init(start: SourcePosition, end: SourcePosition) {
        self.start = start
        self.end = end
    }
}
