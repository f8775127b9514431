extension Value: CustomStringConvertible {
    /// The value as a message shows it: text without quotes, a whole double without `.0`,
    /// an unknown as `<unknown: reason>`.
    public var description: String {
        switch self {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .int(let number): String(number)
        case .uint(let number): String(number)
        case .double(let number): Self.text(of: number)
        case .string(let text): text
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        case .list(let list): Self.text(of: list)
        case .map(let map): Self.text(of: map)
        case .object(let object): object.description
        case .optional(.none): "none"
        case .optional(.some(let value)): value.description
        case .type(let type): type.name
        case .unknown(let unknown): unknown.description
        }
    }

    /// Plain decimal notation where Swift uses it (below about 2^54), without a trailing `.0`.
    static func text(of number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        let text = number.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func text(of list: ListValue) -> String {
        var members = list.elements.map(\.description)
        if list.unknownTail != nil { members.append("...") }
        return "[" + members.joined(separator: ", ") + "]"
    }

    private static func text(of map: MapValue) -> String {
        var members = map.entries.map { "\($0.key): \($0.value)" }
        if map.unknownTail != nil { members.append("...") }
        return "{" + members.joined(separator: ", ") + "}"
    }
}
