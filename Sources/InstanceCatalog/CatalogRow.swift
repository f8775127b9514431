/// One line of a `CatalogTable`; a column is read when it is asked for.
struct CatalogRow {
    let bytes: CatalogBytes
    /// Offset of the line's first byte.
    let start: Int
    /// Offset of the line feed that ends it.
    let end: Int

    var key: String { text(0) ?? "" }

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
        var first = start
        for _ in 0..<column {
            while first < end, bytes[first] != UInt8(ascii: "\t") { first += 1 }
            guard first < end else { return nil }
            first += 1
        }
        var last = first
        while last < end, bytes[last] != UInt8(ascii: "\t") { last += 1 }
        return first < last ? first..<last : nil
    }
}
