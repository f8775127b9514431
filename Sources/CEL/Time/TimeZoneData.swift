/// How far the clocks of a place are from UTC, for every moment.
///
/// Source of the form: RFC 8536, "The Time Zone Information Format (TZif)", sections 3.1 to 3.3.
package struct TimeZoneData: Sendable {
    /// When the clocks change, ascending, in seconds since the beginning of 1970 in UTC.
    private let changes: [Int64]
    /// What holds from each change on, in seconds east of UTC.
    private let offsets: [Int64]
    private let offsetBeforeChanges: Int64
    /// What holds from the last change on.
    private let rule: TimeZoneRule?

    /// Reads a compiled zone as it stands in `/usr/share/zoneinfo`; `nil` for anything else.
    package init?(compiled bytes: [UInt8]) {
        var reader = TimeZoneFileReader(bytes)
        guard var header = reader.header() else { return nil }
        var width = 4
        if header.version >= UInt8(ascii: "2") {
            // The same again with 64-bit times.
            guard reader.skip(header.byteCount(timeWidth: 4)), let second = reader.header() else { return nil }
            header = second
            width = 8
        }
        guard let table = reader.table(header, timeWidth: width), let first = table.types.first else { return nil }
        changes = table.changes
        offsets = table.indices.map { table.types[$0] }
        offsetBeforeChanges = first
        rule = width == 8 ? reader.footer().flatMap { TimeZoneRule($0) } : nil
    }

    /// Seconds east of UTC at a moment, in seconds since the beginning of 1970.
    func offset(at seconds: Int64) -> Int64 {
        guard let last = changes.last, seconds < last else {
            return rule?.offset(at: seconds) ?? offsets.last ?? offsetBeforeChanges
        }
        // The number of changes at or before the moment.
        var range = changes.startIndex..<changes.endIndex
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            range = changes[middle] <= seconds ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound == 0 ? offsetBeforeChanges : offsets[range.lowerBound - 1]
    }
}
