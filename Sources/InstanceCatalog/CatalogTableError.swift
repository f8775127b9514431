/// Why a file is no table of a catalog.
package struct CatalogTableError: Error, Hashable, Sendable {
    /// Below the catalog's folder.
    package let path: String
    /// Counted from 1.
    package let line: Int
    /// What is wrong with the line: a clause for people without a full stop.
    package let message: String

    /// Longest row in bytes: each lookup walks over some rows. Those of the built-in tables have up to a few hundred.
    private static let longestLine = 4_096

    /// Lookups halve a table, so its rows have to be sorted by the bytes of their first column.
    static func check(_ bytes: [UInt8], path: String) throws(CatalogTableError) {
        guard bytes.first == UInt8(ascii: "#") else {
            throw CatalogTableError(path: path, line: 1, message: "a table begins with a line of column names after '#'")
        }
        guard bytes.last == UInt8(ascii: "\n") else {
            throw CatalogTableError(path: path, line: 1, message: "the last line has no line feed")
        }
        var last: ArraySlice<UInt8> = []
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast().enumerated()
        {
            guard line.count <= longestLine else {
                throw CatalogTableError(path: path, line: index + 1, message: "a row has more than \(longestLine) bytes")
            }
            let key = line.prefix { $0 != UInt8(ascii: "\t") }
            if index > 0, key.first == UInt8(ascii: "#") || key.isEmpty || key.lexicographicallyPrecedes(last) {
                throw CatalogTableError(path: path, line: index + 1, message: "the rows are not sorted by their first column")
            }
            last = index == 0 ? [] : key
        }
    }
}
