/// A sorted table of tab-separated text that is looked up in place.
///
/// Nothing is read ahead: a lookup halves the bytes until it stands at its line, so it costs some fifteen comparisons.
struct CatalogTable: Sendable {
    let bytes: CatalogBytes

    /// The first row whose first column is `key`.
    func row(_ key: String) -> CatalogRow? {
        rows(withKey: key).first
    }

    /// All rows whose first column is `key`, in the order of the file.
    func rows(withKey key: String) -> [CatalogRow] {
        var result: [CatalogRow] = []
        var start = firstLine(notBefore: Array(key.utf8))
        while let row = row(at: start), row.key == key {
            result.append(row)
            start = row.end + 1
        }
        return result
    }

    /// The last row whose first column is `key` or stands before it.
    func lastRow(notAfter key: String) -> CatalogRow? {
        let next = firstLine(notBefore: Array(key.utf8))
        if let row = row(at: next), row.key == key { return row }
        guard next > 0 else { return nil }
        let start = startOfLine(at: next - 1)
        return bytes[start] == UInt8(ascii: "#") ? nil : row(at: start)
    }

    /// Calls `body` with every row but the header, in the order of the file.
    func forEach(_ body: (CatalogRow) -> Void) {
        var start = 0
        while let row = row(at: start) {
            if bytes[start] != UInt8(ascii: "#") { body(row) }
            start = row.end + 1
        }
    }

    private func row(at start: Int) -> CatalogRow? {
        start < bytes.count ? CatalogRow(bytes: bytes, start: start) : nil
    }

    /// Where the first line starts whose key is not before `key`.
    private func firstLine(notBefore key: [UInt8]) -> Int {
        var low = 0
        var high = bytes.count
        while low < high {
            let start = startOfLine(at: low + (high - low) / 2)
            if isKey(at: start, before: key) {
                low = endOfLine(at: start) + 1
            } else {
                high = start
            }
        }
        return low
    }

    private func startOfLine(at offset: Int) -> Int {
        var start = offset
        while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    private func endOfLine(at offset: Int) -> Int {
        var end = offset
        while bytes[end] != UInt8(ascii: "\n") { end += 1 }
        return end
    }

    private func isKey(at start: Int, before key: [UInt8]) -> Bool {
        if bytes[start] == UInt8(ascii: "#") { return true }
        for (position, wanted) in key.enumerated() {
            let byte = bytes[start + position]
            if byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") { return true }
            if byte != wanted { return byte < wanted }
        }
        return false
    }
}
