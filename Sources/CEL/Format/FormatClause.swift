/// One place of a format that takes an argument: `%s`, `%.2f`.
struct FormatClause {
    let verb: Unicode.Scalar
    /// Digits behind the point, of `%f` and `%e` only.
    let precision: Int

    private static let verbs: Set<Unicode.Scalar> = ["s", "d", "f", "e", "x", "X", "b", "o"]

    /// `nil` for a verb that does not exist, or one that takes no precision.
    init?(verb: Unicode.Scalar, precision: Int?) {
        guard Self.verbs.contains(verb), precision == nil || verb == "f" || verb == "e" else { return nil }
        self.verb = verb
        self.precision = precision ?? 6
    }

    /// The text of an argument; `nil` when the verb does not fit its type.
    func text(of value: Value) -> String? {
        switch verb {
        case "s": Self.readable(value)
        case "d": whole(value, radix: 10) ?? special(value)
        case "b": value.bool.map { $0 ? "1" : "0" } ?? whole(value, radix: 2)
        case "o": whole(value, radix: 8)
        case "x": whole(value, radix: 16) ?? hexadecimal(value)
        case "X": (whole(value, radix: 16) ?? hexadecimal(value))?.uppercased()
        default: decimal(value)
        }
    }

    private func whole(_ value: Value, radix: Int) -> String? {
        switch value {
        case .int(let number): String(number, radix: radix)
        case .uint(let number): String(number, radix: radix)
        default: nil
        }
    }

    private func special(_ value: Value) -> String? {
        guard case .double(let number) = value, !number.isFinite else { return nil }
        return Value.text(of: number)
    }

    private func hexadecimal(_ value: Value) -> String? {
        let bytes: [UInt8]
        switch value {
        case .string(let text): bytes = Array(text.utf8)
        case .bytes(let content): bytes = content
        default: return nil
        }
        return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func decimal(_ value: Value) -> String? {
        let number: Double
        switch value {
        case .double(let double): number = double
        case .int(let whole): number = Double(whole)
        case .uint(let whole): number = Double(whole)
        default: return nil
        }
        guard number.isFinite else { return Value.text(of: number) }
        var expansion = DecimalExpansion(number)
        let sign = number.sign == .minus ? "-" : ""
        if verb == "e" { return sign + expansion.scientific(places: precision) }
        expansion.round(to: precision)
        return sign + expansion.fixed
    }

    /// As `string()` writes it; the entries of maps in the order of their keys' texts.
    private static func readable(_ value: Value) -> String? {
        switch value {
        case .list(let list):
            return "[" + list.elements.compactMap(readable).joined(separator: ", ") + "]"
        case .map(let map):
            let entries = map.entries.map { (key: $0.key.description, value: readable($0.value) ?? "") }
            let sorted = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            return "{" + sorted.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
        default: return value.description
        }
    }
}

extension Value {
    fileprivate var bool: Bool? {
        if case .bool(let flag) = self { flag } else { nil }
    }
}
