/// A stretch of a source text; `end` is exclusive.
public struct SourceSpan: Sendable, Hashable {
    /// The first character.
    public let start: SourcePosition
    /// Behind the last character; equal to `start` for a place without extent.
    public let end: SourcePosition

    /// Creates a span; `end` must not stand before `start`.
    public init(start: SourcePosition, end: SourcePosition) {
        self.start = start
        self.end = end
    }
}
