/// Reads the parts of a compiled time zone one after the other; every number of it is checked against its bytes.
struct TimeZoneFileReader {
    struct Header {
        let version: UInt8
        let universalCount, standardCount, leapCount, timeCount, typeCount, characterCount: Int

        /// The bytes of the block behind it.
        func byteCount(timeWidth: Int) -> Int {
            timeCount * (timeWidth + 1) + typeCount * 6 + characterCount + leapCount * (timeWidth + 4) + standardCount
                + universalCount
        }
    }

    struct Table {
        let changes: [Int64]
        /// For each change its type.
        let indices: [Int]
        /// The seconds east of UTC of each type.
        let types: [Int64]
    }

    /// Far more than any place has; keeps sums of counts small.
    private static let mostEntries: Int64 = 100_000

    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    mutating func skip(_ count: Int) -> Bool {
        guard count >= 0, count <= rest.count else { return false }
        rest = rest.dropFirst(count)
        return true
    }

    mutating func header() -> Header? {
        guard rest.starts(with: "TZif".utf8), skip(4), let version = rest.first, skip(16) else { return nil }
        var counts: [Int] = []
        for _ in 0..<6 {
            guard let count = integer(4), (0...Self.mostEntries).contains(count) else { return nil }
            counts.append(Int(count))
        }
        return Header(
            version: version, universalCount: counts[0], standardCount: counts[1], leapCount: counts[2],
            timeCount: counts[3], typeCount: counts[4], characterCount: counts[5])
    }

    /// The changes and types; the reader then stands behind the whole block.
    mutating func table(_ header: Header, timeWidth: Int) -> Table? {
        guard header.byteCount(timeWidth: timeWidth) <= rest.count else { return nil }
        let changes = (0..<header.timeCount).compactMap { _ in integer(timeWidth) }
        let indices = (0..<header.timeCount).compactMap { _ in integer(1).map { Int(UInt8(truncatingIfNeeded: $0)) } }
        var types: [Int64] = []
        for _ in 0..<header.typeCount {
            guard let offset = integer(4), (-CivilTime.secondsPerDay...CivilTime.secondsPerDay).contains(offset), skip(2)
            else { return nil }
            types.append(offset)
        }
        let remainder = header.characterCount + header.leapCount * (timeWidth + 4) + header.standardCount
        guard skip(remainder + header.universalCount), indices.allSatisfy(types.indices.contains),
            zip(changes, changes.dropFirst()).allSatisfy(<)
        else { return nil }
        return Table(changes: changes, indices: indices, types: types)
    }

    /// The line behind the second block, which says what holds later on.
    mutating func footer() -> String? {
        let newline = UInt8(ascii: "\n")
        guard rest.first == newline else { return nil }
        return String(validating: rest.dropFirst().prefix { $0 != newline }, as: UTF8.self)
    }

    /// A number of that many bytes, the most significant one first, in two's complement.
    private mutating func integer(_ width: Int) -> Int64? {
        guard width <= rest.count else { return nil }
        var value: Int64 = rest.first.map { $0 >= 0x80 ? -1 : 0 } ?? 0
        for byte in rest.prefix(width) { value = value << 8 | Int64(byte) }
        rest = rest.dropFirst(width)
        return value
    }
}
