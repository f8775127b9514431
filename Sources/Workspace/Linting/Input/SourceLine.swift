import YAMLBridge

/// A line of a file without its end, of which no more is made a text than is shown.
package struct SourceLine: Sendable {
    private let document: Document
    private let number: Int

    init(document: Document, number: Int) {
        self.document = document
        self.number = number
    }

    /// How many Unicode code points it has.
    package var columnCount: Int { document.columnCount(ofLine: number) }

    /// Some of its code points, counted from 0.
    package func text(_ columns: Range<Int>) -> String { document.lineText(number, columns: columns) }
}
