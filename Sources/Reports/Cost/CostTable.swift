/// Rows of text that line up.
struct CostTable {
    struct Column {
        let title: String
        var isRightAligned = true
        /// Columns of a higher rank are left out first when the table is too wide; 0 always stays.
        var rank = 0
    }

    private let columns: [Column]
    private var rows: [[String]] = []
    /// The widest cell of each column so far, its title among them.
    private var columnWidths: [Int]

    init(_ columns: [Column]) {
        self.columns = columns
        columnWidths = columns.map(\.title.width)
    }

    /// Adds a row; its cells are those of the columns.
    mutating func add(_ cells: [String]) {
        let row = columns.indices.map { cells.indices.contains($0) ? cells[$0].safeInTable : "" }
        for index in columns.indices { columnWidths[index] = max(columnWidths[index], row[index].width) }
        rows.append(row)
    }

    /// The lines within `width` columns: columns are left out by their rank, then a long first column is broken; two spaces
    /// between columns.
    func lines(indentation: String = "  ", width: Int = 100) -> [String] {
        var shown = Array(columns.indices)
        while lineWidth(shown, indentation) > width,
            let dispensable = shown.filter({ columns[$0].rank > 0 }).max(by: { columns[$0].rank < columns[$1].rank })
        {
            shown.removeAll { $0 == dispensable }
        }
        var widths = shown.map { columnWidths[$0] }
        let excess = lineWidth(shown, indentation) - width
        if excess > 0, let first = widths.first { widths[0] = max(min(first, Self.leastWidth), first - excess) }
        return ([columns.map(\.title)] + rows).flatMap { line(of: $0, shown, widths).map { (indentation + $0).trimmedRight } }
    }

    /// A broken first column keeps at least so many characters a line.
    private static let leastWidth = 24

    /// A row; where its first cell is broken, the others stand beside the end of it.
    private func line(of row: [String], _ shown: [Int], _ widths: [Int]) -> [String] {
        guard let first = shown.first, let width = widths.first else { return [] }
        let pieces = row[first].pieces(of: width)
        let cells = zip(shown, widths).enumerated().map { position, cell in
            let text = position == 0 ? pieces.last ?? "" : row[cell.0]
            return columns[cell.0].isRightAligned ? text.paddedLeft(to: cell.1) : text.paddedRight(to: cell.1)
        }
        return pieces.dropLast() + [cells.joined(separator: "  ")]
    }

    private func lineWidth(_ shown: [Int], _ indentation: String) -> Int {
        shown.reduce(indentation.count) { $0 + columnWidths[$1] + 2 } - 2
    }
}
