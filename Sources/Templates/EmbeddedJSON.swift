import YAMLBridge

/// JSON that a template holds as text, such as a redrive policy written with `Fn::Sub`.
///
/// Parts of the text that are not known keep their place in the structure: `{"deadLetterTargetArn": "${Dlq.Arn}"}` becomes
/// a map whose member is the reference to `Dlq`.
enum EmbeddedJSON {
    /// Stands around the number of a part while the text is parsed; from Unicode's private use area.
    private static let mark: Character = "\u{F8FF}"

    /// The structure that a text spells; `nil` when it spells none. Places within are those of the text as a whole.
    static func structure(of value: Value) -> Value? {
        let parts = value.textParts
        guard case .literal(let start)? = parts.first, let first = start.first(where: { !$0.isWhitespace }),
            first == "{" || first == "[",
            let (text, values) = markedText(parts),
            let document = try? Document.parse(Array(text.utf8), path: "\(value.origin.document.path)#.json"),
            let root = document.root
        else { return nil }
        return self.value(root, values: values, like: value)
    }

    /// The text with a marked number for each part that is no literal; quoted where it stands outside a JSON text.
    private static func markedText(_ parts: [TextPart]) -> (String, [Value])? {
        var text = ""
        var values: [Value] = []
        var isInString = false
        for part in parts {
            switch part {
            case .literal(let literal):
                guard !literal.contains(mark) else { return nil }
                isInString = endsInString(literal, from: isInString)
                text += literal
            case .value(let value):
                let marked = "\(mark)\(values.count)\(mark)"
                text += isInString ? marked : "\"\(marked)\""
                values.append(value)
            }
        }
        return (text, values)
    }

    private static func endsInString(_ literal: String, from start: Bool) -> Bool {
        var isInString = start
        var isEscaped = false
        for byte in literal.utf8 {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = isInString
            } else if byte == UInt8(ascii: "\"") {
                isInString.toggle()
            }
        }
        return isInString
    }

    private static func value(_ node: Node, values: [Value], like outer: Value) -> Value {
        switch node.kind {
        case .scalar where node.isNull:
            return Value(.absent, origin: outer.origin)
        case .scalar:
            let parts = textParts(node.text, values: values)
            let isText = node.style != .plain
            if parts.count == 1, case .literal(let text)? = parts.first {
                return Value(.scalar(.init(text, isQuoted: isText)), origin: outer.origin, steps: outer.steps)
            }
            return Value.text(parts, origin: outer.origin, steps: outer.steps)
        case .sequence:
            return Value(
                .list(node.elements.map { value($0, values: values, like: outer) }, open: []), origin: outer.origin)
        case .mapping:
            let members = node.entries.map {
                Value.Member(key: $0.key.text, value: value($0.value, values: values, like: outer))
            }
            return Value(.map(members), origin: outer.origin, steps: outer.steps)
        }
    }

    /// Literals and the marked parts between them: every second piece is a number.
    private static func textParts(_ text: String, values: [Value]) -> [TextPart] {
        text.split(separator: mark, omittingEmptySubsequences: false).enumerated().compactMap { index, piece in
            guard index % 2 == 1 else { return piece.isEmpty && text.contains(mark) ? nil : .literal(String(piece)) }
            guard let number = Int(piece), values.indices.contains(number) else { return nil }
            return .value(values[number])
        }
    }
}

extension Value {
    /// The map or list that the value is, or spells as JSON text; itself for anything else.
    public var unwrappedJSON: Value {
        switch content {
        case .scalar, .text: EmbeddedJSON.structure(of: self) ?? self
        default: self
        }
    }
}
