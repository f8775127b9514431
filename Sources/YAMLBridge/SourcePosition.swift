/// A place in a source text as people count it.
public struct SourcePosition: Sendable, Hashable, Comparable {
    /// Line, from 1.
    public let line: Int
    /// Column in Unicode code points, from 1.
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
