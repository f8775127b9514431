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

    init(_ columns: [Column]) {
        self.columns = columns
    }

    /// Adds a row; its cells are those of the columns.
    mutating func add(_ cells: [String]) {
        rows.append(columns.indices.map { cells.indices.contains($0) ? cells[$0].safeInTable : "" })
    }

    /// The lines within `width` columns, as far as leaving out columns can do it; two spaces between columns.
    func lines(indentation: String = "  ", width: Int = 100) -> [String] {
        var shown = Array(columns.indices)
        while lineWidth(shown, indentation) > width,
            let dispensable = shown.filter({ columns[$0].rank > 0 }).max(by: { columns[$0].rank < columns[$1].rank })
        {
            shown.removeAll { $0 == dispensable }
        }
        let widths = shown.map(columnWidth)
        return ([columns.map(\.title)] + rows).map { row in
            let cells = zip(shown, widths).map { index, width in
                columns[index].isRightAligned ? row[index].paddedLeft(to: width) : row[index].paddedRight(to: width)
            }
            return (indentation + cells.joined(separator: "  ")).trimmedRight
        }
    }

    private func columnWidth(_ index: Int) -> Int {
        rows.reduce(columns[index].title.count) { max($0, $1[index].count) }
    }

    private func lineWidth(_ shown: [Int], _ indentation: String) -> Int {
        shown.reduce(indentation.count) { $0 + columnWidth($1) + 2 } - 2
    }
}
