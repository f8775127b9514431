/// What the ledger knows of one resource type: a sorted table that is searched in place, since a lint asks for a dozen of its
/// rows.
///
/// The bytes are the binary's own, so the table costs nothing until it is asked.
package struct LedgerTable: @unchecked Sendable {
    // Sendable although it holds a pointer: the bytes are constants of the binary, or a copy that is never freed.
    private let bytes: UnsafeRawBufferPointer
    /// Rows that appeared later are left out; `""` keeps all.
    private let day: String

    init(bytes: UnsafeRawBufferPointer, asOf day: String = "") {
        self.bytes = bytes
        self.day = day
    }

    /// The row of a path, as ``LedgerRow/path`` spells it; `nil` for one that the ledger does not have.
    package func row(at path: some StringProtocol) -> LedgerRow? {
        let key = Array(path.utf8)
        let start = firstLine(notBefore: key)
        guard start < bytes.count, order(ofLineAt: start, relativeTo: key) == 0 else { return nil }
        return visible(line(at: start))
    }

    /// Whether a line begins with a column of this text.
    func hasLine(_ text: String) -> Bool {
        let key = Array(text.utf8)
        let start = firstLine(notBefore: key)
        return start < bytes.count && order(ofLineAt: start, relativeTo: key) == 0
    }

    /// Every row in the order of the table: a property before what is below it, values of an enumeration behind it.
    package var rows: [LedgerRow] { rows(from: 0) { _ in true } }

    /// The rows directly below a path; those of the resource itself for `""`.
    package func members(of path: String) -> [LedgerRow] {
        let prefix = path.isEmpty ? "" : path + "."
        return rows(from: firstLine(notBefore: Array(prefix.utf8))) { $0.path.hasPrefix(prefix) }
            .filter { !$0.isValue && !$0.path.utf8.dropFirst(prefix.utf8.count).contains(UInt8(ascii: ".")) }
    }

    /// The values that a property may have; empty where the ledger does not list them.
    package func values(of path: String) -> [LedgerRow] {
        let prefix = path + "="
        return rows(from: firstLine(notBefore: Array(prefix.utf8))) { $0.path.hasPrefix(prefix) }
    }

    /// The class of a property or value: its own, or that of the nearest property above it that has one.
    package func propertyClass(of path: String) -> PropertyClass? {
        var path = path[...]
        while true {
            if let found = row(at: path)?.ownClass { return found }
            guard let end = path.utf8.lastIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "=") }) else { return nil }
            path = path[..<end]
        }
    }

    // MARK: - Lines

    private func rows(from start: Int, while isWanted: (LedgerRow) -> Bool) -> [LedgerRow] {
        var result: [LedgerRow] = []
        var start = start
        while start < bytes.count {
            let end = endOfLine(at: start)
            if bytes[start] != UInt8(ascii: "#"), let row = line(at: start) {
                guard isWanted(row) else { break }
                if let row = visible(row) { result.append(row) }
            }
            start = end + 1
        }
        return result
    }

    private func visible(_ row: LedgerRow?) -> LedgerRow? {
        guard let row, day.isEmpty || row.since <= day else { return nil }
        return row
    }

    private func line(at start: Int) -> LedgerRow? {
        let columns = bytes[start..<endOfLine(at: start)].split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        return LedgerRow(columns: columns.map { String(decoding: $0, as: UTF8.self) })
    }

    /// Where the first line starts whose path is not before `key`.
    private func firstLine(notBefore key: [UInt8]) -> Int {
        var low = 0
        var high = bytes.count
        while low < high {
            let start = startOfLine(at: low + (high - low) / 2)
            if order(ofLineAt: start, relativeTo: key) < 0 {
                low = endOfLine(at: start) + 1
            } else {
                high = start
            }
        }
        return min(low, bytes.count)
    }

    /// Negative when the path of the line at `start` stands before `key`, 0 when it is `key`. The header stands before all.
    private func order(ofLineAt start: Int, relativeTo key: [UInt8]) -> Int {
        if bytes[start] == UInt8(ascii: "#") { return -1 }
        var offset = start
        for wanted in key {
            let byte = offset < bytes.count ? bytes[offset] : UInt8(ascii: "\n")
            if byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") { return -1 }
            if byte != wanted { return byte < wanted ? -1 : 1 }
            offset += 1
        }
        let isWhole = offset >= bytes.count || bytes[offset] == UInt8(ascii: "\t") || bytes[offset] == UInt8(ascii: "\n")
        return isWhole ? 0 : 1
    }

    private func startOfLine(at offset: Int) -> Int {
        var start = offset
        while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    private func endOfLine(at offset: Int) -> Int {
        var end = offset
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        return end
    }
}
