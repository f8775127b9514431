import Text

extension Value {
    /// The value as parts of a text, as Terraform converts it. A list or a map is what `jsonencode` gave, and is its JSON.
    package var stringParts: [TextPart] {
        get throws(ExpressionFailure) {
            switch content {
            case .scalar:
                guard let text = convertedText else {
                    return [.value(.unknown(Reason("the number has too many digits"), origin: origin))]
                }
                return [.literal(text)]
            case .absent: throw ExpressionFailure("null is not a text")
            case .list, .map: return asJSONText(false).jsonParts
            default: return textParts
            }
        }
    }

    /// The value as JSON text with its unknown parts in their places, as `jsonencode` writes it: keys in order, no blanks
    /// (https://developer.hashicorp.com/terraform/language/functions/jsonencode).
    package var jsonParts: [TextPart] {
        guard !isJSONText else {
            let inner = asJSONText(false).jsonParts.map(Self.escaped)
            return [.literal("\"")] + inner + [.literal("\"")]
        }
        switch content {
        case .absent: return [.literal("null")]
        case .scalar(let scalar):
            return [.literal(scalar.isQuoted ? "\"\(Self.escapedJSON(scalar.text))\"" : convertedText ?? scalar.text)]
        case .text(let parts):
            return [.literal("\"")] + parts.map(Self.escaped) + [.literal("\"")]
        case .reference, .external: return [.literal("\""), .value(self), .literal("\"")]
        case .unknown: return [.value(self)]
        case .choice(let condition, let yes, let no):
            return [
                .value(
                    Value.choice(
                        condition, Value.text(yes.jsonParts, origin: origin, steps: []),
                        Value.text(no.jsonParts, origin: origin, steps: []), origin: origin))
            ]
        case .list(let elements, let open):
            guard open.isEmpty else {
                return [.value(.unknown(madeOf: [self], Reason("the list may have more elements"), origin: origin))]
            }
            return [.literal("[")] + Array(elements.map(\.jsonParts).joined(separator: [.literal(",")])) + [.literal("]")]
        case .map(let members, _):
            let texts = Value.sorted(members).map { [.literal("\"\(Self.escapedJSON($0.key))\":")] + $0.value.jsonParts }
            return [.literal("{")] + Array(texts.joined(separator: [.literal(",")])) + [.literal("}")]
        }
    }

    /// The JSON of a structure that is wholly known.
    package var knownJSONText: String? {
        guard isWhollyKnown else { return nil }
        return asJSONText(false).jsonParts.map { if case .literal(let text) = $0 { text } else { "" } }.joined()
    }

    private static func escaped(_ part: TextPart) -> TextPart {
        if case .literal(let text) = part { .literal(escapedJSON(text)) } else { part }
    }

    /// As Go's `encoding/json`, which takes care of what HTML would take for its own
    /// (https://pkg.go.dev/encoding/json#Marshal).
    package static func escapedJSON(_ text: String) -> String {
        JSONEscape.escaped(text) { scalar in
            switch scalar {
            case "\u{8}": "\\b"
            case "\u{C}": "\\f"
            case "<", ">", "&", "\u{2028}", "\u{2029}": JSONEscape.codeUnits(of: scalar)
            default: nil
            }
        }
    }
}
