import Workspace
import YAMLBridge

/// A source line with a stretch of it underlined, as compilers show it.
struct SourceFrame {
    /// Characters of a line that are shown; a longer line, such as a template in one line of JSON, is cut around the span.
    private static let widest = 110
    /// Characters before the span that stay when a line is cut.
    private static let context = 30

    let line: SourceLine
    let span: SourceSpan

    /// The line as it is shown, and what stands under it: blanks, then `mark` below the span.
    func lines(mark: Character) -> (source: String, underline: String) {
        let count = line.columnCount
        let start = min(max(span.start.column - 1, 0), count)
        let end = span.end.line > span.start.line ? count : min(max(span.end.column - 1, start), count)
        let isLong = count > Self.widest
        let first = isLong ? max(0, min(start - Self.context, count - Self.widest)) : 0
        let last = isLong ? min(count, first + Self.widest) : count

        var source = first > 0 ? "…" : ""
        var underline = first > 0 ? " " : ""
        for (index, scalar) in zip(first..., line.text(first..<last).unicodeScalars) {
            let isMarked = index >= start && index < end
            if scalar == "\t" {
                // A tab under a tab keeps the two lines in step, however wide the terminal makes it.
                source += "\t"
                underline += isMarked ? String(mark) : (index < start ? "\t" : "")
                continue
            }
            let shown = scalar.visible
            source += shown
            let width = scalar.isDangerousToShow ? shown.count : scalar.displayWidth
            if isMarked {
                underline += String(repeating: mark, count: width)
            } else if index < start {
                underline += String(repeating: " ", count: width)
            }
        }
        if last < count { source += "…" }
        if start >= end { underline += String(mark) }
        return (source, underline)
    }
}
