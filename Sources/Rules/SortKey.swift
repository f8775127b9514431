/// The order of every report: file, line, column, rule, then whatever else tells two verdicts apart.
struct SortKey: Comparable {
    private let file: String
    private let line: Int
    private let column: Int
    private let texts: [String]

    init(_ location: Location, _ texts: String...) {
        file = location.file
        line = location.span.start.line
        column = location.span.start.column
        self.texts = texts
    }

    static func < (left: SortKey, right: SortKey) -> Bool {
        let (first, second) = ((left.file, left.line, left.column), (right.file, right.line, right.column))
        return first == second ? left.texts.lexicographicallyPrecedes(right.texts) : first < second
    }
}
