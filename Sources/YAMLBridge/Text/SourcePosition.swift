/// A place in a source text as people count it.
package struct SourcePosition: Sendable, Hashable, Comparable {
    /// Line, from 1.
    package let line: Int
    /// Column in Unicode code points, from 1.
    package let column: Int

    /// Creates a position; both count from 1.
    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Whether `left` stands before `right` in a text.
    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
