/// One line of a `CatalogTable`; a column is decoded when it is asked for.
struct CatalogRow {
    private let bytes: CatalogBytes
    /// Offset of the line feed that ends the line.
    let end: Int
    /// Where each column ends.
    private let columnEnds: [Int]
    private let start: Int

    /// The line that starts at `start`, which must lie within the bytes.
    init(bytes: CatalogBytes, start: Int) {
        var ends: [Int] = []
        ends.reserveCapacity(16)
        var offset = start
        while offset < bytes.count, bytes.bytes[offset] != UInt8(ascii: "\n") {
            if bytes.bytes[offset] == UInt8(ascii: "\t") { ends.append(offset) }
            offset += 1
        }
        ends.append(offset)
        self.bytes = bytes
        self.start = start
        end = offset
        columnEnds = ends
    }

    var key: String { text(0) ?? "" }

    /// Whether the column is there and not empty.
    func has(_ column: Int) -> Bool { range(column) != nil }

    /// The text of a column; `nil` where it is empty or missing, which means that nobody knows.
    func text(_ column: Int) -> String? {
        range(column).map { String(decoding: bytes.bytes[$0], as: UTF8.self) }
    }

    /// The whole number of a column; `nil` where it is empty or not a number.
    func integer(_ column: Int) -> Int? {
        text(column).flatMap { Int($0) }
    }

    /// The decimal of a column; `nil` where it is empty or not a number.
    func decimal(_ column: Int) -> Decimal? {
        range(column).flatMap { Decimal(utf8: bytes.bytes[$0]) }
    }

    /// `true` for `y`, `false` for `n`, else `nil`.
    func flag(_ column: Int) -> Bool? {
        switch text(column) {
        case "y": true
        case "n": false
        default: nil
        }
    }

    private func range(_ column: Int) -> Range<Int>? {
        guard columnEnds.indices.contains(column) else { return nil }
        let first = column == 0 ? start : columnEnds[column - 1] + 1
        return first < columnEnds[column] ? first..<columnEnds[column] : nil
    }
}
