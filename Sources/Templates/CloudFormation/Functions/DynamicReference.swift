import Evaluation

/// `{{resolve:ssm:name}}` and its kin: known to exist, unknown in value, alone or inside a text
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html).
enum DynamicReference {
    private static let start = "{{resolve:"
    private static let end = "}}"

    /// Whether a text is worth a closer look.
    static func mayStand(in text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: "{")) && position(of: start, in: Substring(text)) != nil
    }

    /// The parts of a text with each dynamic reference made one part of its own, variables inside it included.
    static func separated(_ parts: [TextPart], origin: Origin) -> [TextPart] {
        let mayStand = parts.contains { part in
            if case .literal(let text) = part { Self.mayStand(in: text) } else { false }
        }
        guard mayStand else { return parts }
        var result: [TextPart] = []
        var open: [TextPart]?
        for part in parts {
            guard case .literal(let text) = part else {
                if open != nil { open?.append(part) } else { result.append(part) }
                continue
            }
            separate(text, origin, into: &result, &open)
        }
        return result + (open ?? [])
    }

    private static func separate(
        _ text: String, _ origin: Origin, into result: inout [TextPart], _ open: inout [TextPart]?
    ) {
        var rest = Substring(text)
        while !rest.isEmpty {
            let isInside = open != nil
            guard let cut = position(of: isInside ? end : start, in: rest) else {
                if isInside { open?.append(.literal(String(rest))) } else { result.append(.literal(String(rest))) }
                return
            }
            if let inside = open {
                let behind = rest.utf8.index(cut, offsetBy: end.utf8.count)
                result.append(reference(inside + [.literal(String(rest[..<behind]))], origin))
                open = nil
                rest = rest[behind...]
            } else {
                if cut > rest.startIndex { result.append(.literal(String(rest[..<cut]))) }
                open = []
                let behind = rest.utf8.index(cut, offsetBy: start.utf8.count)
                open?.append(.literal(start))
                rest = rest[behind...]
            }
        }
    }

    private static func reference(_ parts: [TextPart], _ origin: Origin) -> TextPart {
        let text = Value(.text(parts), origin: origin).summary
        return .value(Value(.external(description: "the value of \(text)"), origin: origin))
    }

    private static func position(of wanted: String, in text: Substring) -> Substring.Index? {
        let bytes = text.utf8
        let first = wanted.utf8.first
        var index = bytes.startIndex
        while let next = bytes[index...].firstIndex(where: { $0 == first }) {
            if bytes[next...].starts(with: wanted.utf8) { return next }
            index = bytes.index(after: next)
        }
        return nil
    }
}
