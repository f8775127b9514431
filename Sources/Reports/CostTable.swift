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

    /// The lines within `width` columns, as far as leaving out columns can do it; two spaces between columns.
    func lines(indentation: String = "  ", width: Int = 100) -> [String] {
        var shown = Array(columns.indices)
        while lineWidth(shown, indentation) > width,
            let dispensable = shown.filter({ columns[$0].rank > 0 }).max(by: { columns[$0].rank < columns[$1].rank })
        {
            shown.removeAll { $0 == dispensable }
        }
        let widths = shown.map { columnWidths[$0] }
        return ([columns.map(\.title)] + rows).map { row in
            let cells = zip(shown, widths).map { index, width in
                columns[index].isRightAligned ? row[index].paddedLeft(to: width) : row[index].paddedRight(to: width)
            }
            return (indentation + cells.joined(separator: "  ")).trimmedRight
        }
    }

    private func lineWidth(_ shown: [Int], _ indentation: String) -> Int {
        shown.reduce(indentation.count) { $0 + columnWidths[$1] + 2 } - 2
    }
}
