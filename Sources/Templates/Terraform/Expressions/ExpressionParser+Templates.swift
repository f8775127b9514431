extension ExpressionParser {
    /// A text in quotes whose opening quote was taken.
    mutating func quoted(from start: Int) throws(ExpressionError) -> Expression {
        var inner = lexer
        var reader = TemplateReader(inner, escapes: true)
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
                var reader = TemplateReader(ExpressionLexer(lexer.bytes, from: body, to: line), escapes: false)
                if isIndented { reader.indentation = Indentation.common(lexer.bytes, body..<line) }
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
        while let first = bytes.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") { bytes = bytes.dropFirst() }
        while let last = bytes.last, last <= UInt8(ascii: " ") { bytes = bytes.dropLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// How many blanks begin each line of an indented heredoc.
enum Indentation {
    /// The number that all lines have in common; lines without anything else do not count.
    static func common(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        var least = Int.max
        for line in bytes[range].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true) {
            let blanks = line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
            if blanks < line.count { least = min(least, blanks) }
        }
        return least == .max ? 0 : least
    }
}
