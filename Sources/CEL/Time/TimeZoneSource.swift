/// Where expressions find the time zones of places. The language itself knows UTC and offsets alone, so that a result
/// depends on what the caller gives.
package struct TimeZoneSource: Sendable {
    private let find: @Sendable (String) -> TimeZoneData?

    /// - Parameter find: the data of a place such as `Europe/Berlin`, asked each time that an expression names it; `nil`
    ///   when there is none. The name has passed `isName(_:)`, so it is safe as the end of a path.
    package init(_ find: @escaping @Sendable (String) -> TimeZoneData?) {
        self.find = find
    }

    /// No place is known.
    package static let none = TimeZoneSource { _ in nil }

    /// The data of a place; `nil` when its name is none or nothing is known of it.
    func zone(named name: String) -> TimeZoneData? { Self.isName(name) ? find(name) : nil }

    /// Whether a text can be the name of a place: at most 64 letters, digits, `_`, `+` and `-` in parts joined by `/`.
    ///
    /// Source: the naming guidelines in `theory.html` of the tz database.
    package static func isName(_ text: String) -> Bool {
        text.utf8.count <= 64
            && text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty && part.allSatisfy(isNameByte)
            }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
