/// A stretch of a source text; `end` is exclusive.
public struct SourceSpan: Sendable, Hashable {
    public let start: SourcePosition
    public let end: SourcePosition

    public init(start: SourcePosition, end: SourcePosition) {
        self.start = start
        self.end = end
    }
}
