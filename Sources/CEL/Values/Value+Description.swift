extension Value: CustomStringConvertible {
    /// The value as a message shows it: text without quotes, a whole double without `.0`,
    /// an unknown as `<unknown: reason>`. Lists and maps end with `...` after about 4,000 bytes.
    package var description: String {
        var text = ""
        write(into: &text, limit: 4000)
        return text
    }

    /// The beginning of the description, for use inside a message.
    var excerpt: String {
        var text = ""
        write(into: &text, limit: 60)
        guard text.utf8.count > 60 else { return text }
        return String(text.unicodeScalars.prefix(60)) + "..."
    }

    fileprivate func write(into text: inout String, limit: Int) {
        switch self {
        case .list(let list): list.write(into: &text, limit: limit)
        case .map(let map): map.write(into: &text, limit: limit)
        case .optional(.some(let value)): value.write(into: &text, limit: limit)
        default: text += scalarDescription
        }
    }

    private var scalarDescription: String {
        switch self {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .int(let number): String(number)
        case .uint(let number): String(number)
        case .double(let number): Self.text(of: number)
        case .string(let text): text
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        case .object(let object): object.description
        case .optional: "none"
        case .type(let type): type.name
        case .timestamp(let timestamp): timestamp.description
        case .duration(let nanoseconds): TimeText.seconds(nanoseconds)
        case .unknown(let unknown): unknown.description
        case .list, .map: ""
        }
    }

    /// Plain decimal notation where Swift uses it (below about 2^54), without a trailing `.0`.
    static func text(of number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        let text = number.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

extension ListValue {
    fileprivate func write(into text: inout String, limit: Int) {
        text += "["
        for (index, element) in elements.enumerated() {
            if index > 0 { text += ", " }
            if text.utf8.count > limit {
                text += "...]"
                return
            }
            element.write(into: &text, limit: limit)
        }
        if unknownTail != nil { text += elements.isEmpty ? "..." : ", ..." }
        text += "]"
    }
}

extension MapValue {
    fileprivate func write(into text: inout String, limit: Int) {
        text += "{"
        for (index, entry) in entries.enumerated() {
            if index > 0 { text += ", " }
            if text.utf8.count > limit {
                text += "...}"
                return
            }
            text += "\(entry.key): "
            entry.value.write(into: &text, limit: limit)
        }
        if unknownTail != nil { text += entries.isEmpty ? "..." : ", ..." }
        text += "}"
    }
}
