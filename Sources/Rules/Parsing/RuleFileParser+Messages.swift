import YAMLBridge

extension RuleFileParser {
    /// A text with `{{ expression }}` parts.
    mutating func message(_ fields: MappingFields, _ key: String) -> MessageTemplate? {
        guard text(fields, key) != nil, let node = fields[key] else { return nil }
        let bytes = Array(node.text.utf8)
        var parts: [MessageTemplate.Part] = []
        var position = 0
        while let open = Self.index(of: UInt8(ascii: "{"), in: bytes, from: position) {
            guard let close = Self.end(ofExpressionFrom: open + 2, in: bytes) else {
                diagnostics.append(
                    RuleDiagnostic(
                        in: ExpressionSource(text: node.text, node: node), range: open..<open + 2,
                        code: "unclosed-expression", message: "'{{' has no '}}'", help: "close the expression with '}}'"))
                return nil
            }
            if open > position { parts.append(.literal(String(decoding: bytes[position..<open], as: UTF8.self))) }
            let source = String(decoding: bytes[open + 2..<close], as: UTF8.self)
            parts.append(.expression(ExpressionSource(text: source, node: node, offset: open + 2)))
            position = close + 2
        }
        if position < bytes.count { parts.append(.literal(String(decoding: bytes[position...], as: UTF8.self))) }
        return MessageTemplate(parts: parts)
    }

    /// Where the same character stands twice in a row.
    private static func index(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == byte, bytes[index + 1] == byte { return index }
            index += 1
        }
        return nil
    }

    /// Where `}}` ends an expression; texts in quotes and braces of maps inside it are passed over.
    private static func end(ofExpressionFrom start: Int, in bytes: [UInt8]) -> Int? {
        var depth = 0
        var quote: UInt8?
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == UInt8(ascii: "\\") { index += 1 } else if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if byte == UInt8(ascii: "{") {
                depth += 1
            } else if byte == UInt8(ascii: "}") {
                if depth > 0 {
                    depth -= 1
                } else if index + 1 < bytes.count, bytes[index + 1] == byte {
                    return index
                }
            }
            index += 1
        }
        return nil
    }
}
