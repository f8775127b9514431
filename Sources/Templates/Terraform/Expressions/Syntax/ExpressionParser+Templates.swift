import Evaluation

extension ExpressionParser {
    /// A text in quotes whose opening quote was taken.
    mutating func quoted(from start: Int) throws(ExpressionError) -> Expression {
        var inner = lexer
        var reader = TemplateReader(inner, style: .quoted)
        let pieces = try reader.pieces(level: depth)
        inner = reader.lexer
        guard inner.byte(inner.offset) == UInt8(ascii: "\"") else {
            throw ExpressionError("the text has no closing quote", help: "Add one.", at: start..<start + 1)
        }
        inner.offset += 1
        lexer = inner
        return Expression(.template(pieces), range: start..<inner.offset, height: reader.height)
    }

    /// A heredoc whose first line was taken: lines up to one that holds its name only.
    mutating func heredoc(_ name: String, isIndented: Bool, from start: Int) throws(ExpressionError) -> Expression {
        let body = lexer.offset
        var line = body
        while line < lexer.end {
            var lineEnd = line
            while lineEnd < lexer.end, lexer.bytes[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
            if trimmed(line..<lineEnd) == name {
                // The line break behind the name ends the expression and is left where it stands.
                let end = lineEnd
                let text = ExpressionLexer(lexer.bytes, from: body, to: line)
                var reader = TemplateReader(text, style: isIndented ? .indentedLines : .lines)
                let expression = try reader.expression(range: start..<end, level: depth)
                lexer.offset = end
                return expression
            }
            line = lineEnd + 1
        }
        throw ExpressionError(
            "the text that begins with <<\(name) has no end", help: "Write \(name) on a line of its own behind it.",
            at: start..<body)
    }

    private func trimmed(_ range: Range<Int>) -> String {
        var bytes = lexer.bytes[range]
        while let first = bytes.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") {
            bytes = bytes.dropFirst()
        }
        while let last = bytes.last, last <= UInt8(ascii: " ") { bytes = bytes.dropLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The blanks that begin the lines of an indented heredoc.
enum Indentation {
    /// The parts without the blanks that all lines begin with; lines of blanks only do not count and stay.
    static func removed(from parts: [TemplateReader.Part]) -> [TemplateReader.Part] {
        var least = Int.max
        var lines: [Int] = []
        var isLineStart = true
        for (index, part) in parts.enumerated() {
            guard case .literal(let text) = part else {
                if isLineStart { least = 0 }
                isLineStart = false
                continue
            }
            if isLineStart {
                let blanks = text.utf8.prefix { $0 <= UInt8(ascii: " ") }.count
                if blanks < text.utf8.count || text.utf8.last != UInt8(ascii: "\n") {
                    least = min(least, blanks)
                    lines.append(index)
                }
            }
            isLineStart = text.utf8.last == UInt8(ascii: "\n")
        }
        var parts = parts
        for index in lines {
            guard case .literal(let text) = parts[index] else { continue }
            parts[index] = .literal(String(decoding: text.utf8.dropFirst(least), as: UTF8.self))
        }
        return parts
    }
}
