import Text

/// The files that git tracks in a work tree, which it never ignores whatever its patterns say.
///
/// Source: git's documentation, gitformat-index ("The Git index file has the following format"), versions 2 to 4 with SHA-1.
struct GitIndex: Sendable {
    /// From the work tree's root, in the order of their bytes.
    private let paths: [[UInt8]]

    /// Longer ones belong to work trees of a million files.
    private static let reader = FileReader(limit: 256 << 20)

    /// The index of a work tree; without files where there is none that can be read.
    init(gitFolder: String) {
        let bytes = (try? Self.reader.contents(of: PathName.join(gitFolder, "index"))) ?? []
        self.init(bytes)
    }

    /// The index that bytes hold; without files where they hold none.
    init(_ bytes: [UInt8]) {
        var reader = Reader(bytes: bytes)
        paths = reader.paths() ?? []
    }

    /// Whether a file is tracked, or any file of a folder; `path` is taken from the work tree's root.
    func tracks(_ path: String, isFolder: Bool) -> Bool {
        let wanted = PathText.bytes(of: isFolder ? path + "/" : path)
        var range = paths.startIndex..<paths.endIndex
        while let first = range.first {
            let middle = first + range.count / 2
            if paths[middle].lexicographicallyPrecedes(wanted) {
                range = middle + 1..<range.upperBound
            } else {
                range = first..<middle
            }
        }
        guard range.lowerBound < paths.endIndex else { return false }
        return isFolder ? paths[range.lowerBound].starts(with: wanted) : paths[range.lowerBound] == wanted
    }

    private struct Reader {
        let bytes: [UInt8]
        private var offset = 0

        init(bytes: [UInt8]) {
            self.bytes = bytes
        }

        /// Stat data, the object's name and the flags of an entry.
        private static let fixedLength = 62

        mutating func paths() -> [[UInt8]]? {
            guard bytes.starts(with: "DIRC".utf8), let version = number(at: 4), (2...4).contains(version),
                let count = number(at: 8), count <= bytes.count / Self.fixedLength
            else { return nil }
            offset = 12
            var paths: [[UInt8]] = []
            paths.reserveCapacity(count)
            for _ in 0..<count {
                guard let path = path(version: version, after: paths.last ?? []) else { return nil }
                paths.append(path)
            }
            return paths
        }

        private mutating func path(version: Int, after previous: [UInt8]) -> [UInt8]? {
            let start = offset
            guard start + Self.fixedLength <= bytes.count else { return nil }
            // The second bit of the flags says that there are two bytes more of them.
            offset += Self.fixedLength + (bytes[start + Self.fixedLength - 2] & 0x40 != 0 ? 2 : 0)
            var path: [UInt8] = []
            if version == 4 {
                guard let dropped = prefixLength(), dropped <= previous.count else { return nil }
                path = Array(previous.dropLast(dropped))
            }
            guard offset <= bytes.count, let end = bytes[offset...].firstIndex(of: 0) else { return nil }
            path += bytes[offset..<end]
            // Before version 4, one to eight zero bytes fill the entry up to a multiple of eight.
            offset = version == 4 ? end + 1 : start + ((end - start) / 8 + 1) * 8
            return path
        }

        /// How many bytes of the path before are left out, as pack files write numbers.
        private mutating func prefixLength() -> Int? {
            var value = 0
            for count in 0..<5 {
                guard offset < bytes.count else { return nil }
                let byte = bytes[offset]
                offset += 1
                value = (count == 0 ? 0 : (value + 1) << 7) | Int(byte & 0x7F)
                if byte & 0x80 == 0 { return value }
            }
            return nil
        }

        private func number(at place: Int) -> Int? {
            guard place + 4 <= bytes.count else { return nil }
            return bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
        }
    }
}
