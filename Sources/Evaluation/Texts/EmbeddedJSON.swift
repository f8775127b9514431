import YAMLBridge

/// JSON that a template holds as text, such as a redrive policy written with `Fn::Sub`.
///
/// Parts of the text that are not known keep their place in the structure: `{"deadLetterTargetArn": "${Dlq.Arn}"}` becomes
/// a map whose member is the reference to `Dlq`.
package struct EmbeddedJSON {
    /// The parts of the text that are no literals.
    private let values: [Value]
    /// The text.
    private let outer: Value
    /// Where the text is written; `nil` where it is put together in another way than by sequences.
    private let places: TextPlaces?
    /// The node that the text is written in.
    private let node: Node

    /// Stands around the number of a part while the text is parsed; from Unicode's private use area.
    private static let mark: Character = "\u{F8FF}"

    /// The structure that a text spells; `nil` when it spells none.
    ///
    /// Members have their own places inside the text; in a text that is put together otherwise than by `${ }` they have the
    /// place of the whole.
    package static func structure(of value: Value) -> Value? {
        let parts = value.textParts
        guard case .literal(let start)? = parts.first, let first = start.first(where: { !$0.isWhitespace }),
            first == "{" || first == "[",
            let (text, values) = markedText(parts),
            let document = try? Document.parse(Array(text.utf8), path: "\(value.origin.document.path)#.json"),
            let root = document.root
        else { return nil }
        let node = writtenNode(of: value.origin)
        var places: TextPlaces?
        if let node, value.origin.textRange == nil, document.bytes.count == text.utf8.count {
            places = TextPlaces(of: Array(text.utf8), in: Array(node.text.utf8))
        }
        return EmbeddedJSON(values: values, outer: value, places: places, node: node ?? value.origin.node)
            .value(root, at: value.origin)
    }

    /// The scalar that holds the text: the value itself, or the text of its `Fn::Sub`.
    private static func writtenNode(of origin: Origin) -> Node? {
        if origin.node.kind == .scalar { return origin.node }
        guard origin.node.kind == .mapping, origin.node.count == 1, let text = origin.node["Fn::Sub"] else { return nil }
        if text.kind == .scalar { return text }
        return text.kind == .sequence ? text.elements.first.flatMap { $0.kind == .scalar ? $0 : nil } : nil
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
        var range = key?.byteRange ?? node.byteRange
        if let key {
            let both = key.byteRange.lowerBound..<node.byteRange.upperBound
            if !node.document.bytes[both].contains(UInt8(ascii: "\n")) { range = both }
        }
        guard let written = places?.source(of: range) else {
            return Origin(
                node: outer.origin.node, key: outer.origin.key, parent: parent, component: component,
                resource: parent.resource, textRange: outer.origin.textRange)
        }
        return Origin(
            node: self.node, key: nil, parent: parent, component: component, resource: parent.resource, textRange: written)
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
    package var unwrappedJSON: Value {
        switch content {
        case .scalar, .text: EmbeddedJSON.structure(of: self) ?? self
        default: self
        }
    }
}
