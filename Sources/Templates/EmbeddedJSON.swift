import YAMLBridge

/// JSON that a template holds as text, such as a redrive policy written with `Fn::Sub`.
///
/// Parts of the text that are not known keep their place in the structure: `{"deadLetterTargetArn": "${Dlq.Arn}"}` becomes
/// a map whose member is the reference to `Dlq`.
struct EmbeddedJSON {
    /// The parts of the text that are no literals.
    private let values: [Value]
    /// The text.
    private let outer: Value
    /// Where the text begins in the text of its node, when it stands there as it is.
    private let base: Int?

    /// Stands around the number of a part while the text is parsed; from Unicode's private use area.
    private static let mark: Character = "\u{F8FF}"

    /// The structure that a text spells; `nil` when it spells none.
    ///
    /// A text that stands in the template as it is gives its members' places inside the text; places in one that is put
    /// together are those of the text as a whole.
    static func structure(of value: Value) -> Value? {
        let parts = value.textParts
        guard case .literal(let start)? = parts.first, let first = start.first(where: { !$0.isWhitespace }),
            first == "{" || first == "[",
            let (text, values) = markedText(parts),
            let document = try? Document.parse(Array(text.utf8), path: "\(value.origin.document.path)#.json"),
            let root = document.root
        else { return nil }
        let isWhole = document.bytes.count == text.utf8.count
        let base = values.isEmpty && isWhole ? Self.base(of: text, in: value.origin) : nil
        return EmbeddedJSON(values: values, outer: value, base: base).value(root, at: value.origin)
    }

    /// Where a text begins in the text of its node; `nil` when it does not stand there as it is.
    private static func base(of text: String, in origin: Origin) -> Int? {
        guard origin.node.kind == .scalar, origin.textRange == nil else { return nil }
        let written = origin.node.text
        if written == text { return 0 }
        // A heredoc of Terraform's language: its text begins on the second line.
        guard written.hasPrefix("<<"), let line = written.firstIndex(where: \.isNewline) else { return nil }
        let body = written.index(after: line)
        return written[body...].hasPrefix(text) ? written.utf8.distance(from: written.startIndex, to: body) : nil
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

    private func value(_ node: Node, at origin: Origin) -> Value {
        switch node.kind {
        case .scalar where node.isNull:
            return Value(.absent, origin: origin)
        case .scalar:
            let parts = Self.textParts(node.text, values: values)
            let isText = node.style != .plain
            if parts.count == 1, case .literal(let text)? = parts.first {
                return Value(.scalar(.init(text, isQuoted: isText)), origin: origin, steps: outer.steps)
            }
            return Value.text(parts, origin: origin, steps: outer.steps)
        case .sequence:
            let elements = node.elements.enumerated().map { index, element in
                value(element, at: self.origin(in: origin, .index(index), of: element, key: nil))
            }
            return Value(.list(elements, open: []), origin: origin)
        case .mapping:
            let members = node.entries.map { entry in
                let key = entry.key.text
                let place = self.origin(in: origin, .key(key), of: entry.value, key: entry.key)
                return Value.Member(key: key, value: value(entry.value, at: place))
            }
            return Value(.map(members), origin: origin, steps: outer.steps)
        }
    }

    /// The place of a member or element: key and value where they share a line, else the key.
    private func origin(in parent: Origin, _ component: PathComponent, of node: Node, key: Node?) -> Origin {
        guard let base else {
            return Origin(
                node: outer.origin.node, key: outer.origin.key, parent: parent, component: component,
                resource: parent.resource, textRange: outer.origin.textRange)
        }
        var range = key?.byteRange ?? node.byteRange
        if let key {
            let both = key.byteRange.lowerBound..<node.byteRange.upperBound
            if !node.document.bytes[both].contains(UInt8(ascii: "\n")) { range = both }
        }
        return Origin(
            node: outer.origin.node, key: nil, parent: parent, component: component, resource: parent.resource,
            textRange: range.lowerBound + base..<range.upperBound + base)
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
