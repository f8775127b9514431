import Evaluation

/// Reads a template: text with `${ }` and `%{ }` in it.
///
/// Rules of escapes, directives and `~`: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md, "Template
/// Expressions".
struct TemplateReader {
    /// What a template is made of before its directives are matched.
    enum Part {
        case literal(String)
        case interpolation(Expression)
        case ifStart(Expression, Range<Int>)
        case elseMark(Range<Int>)
        case ifEnd(Range<Int>)
        case loopStart(Expression.ForClause, Range<Int>)
        case loopEnd(Range<Int>)
    }

    /// Where a template stands, which says how its literal text is spelled.
    enum Style {
        /// In quotes: a quote ends it, and `\` escapes.
        case quoted
        /// In lines: a string of a JSON file, a heredoc.
        case lines
        /// In lines of a heredoc with `-`, which lose the blanks that all of them begin with.
        case indentedLines
    }

    var lexer: ExpressionLexer
    let style: Style
    /// How many levels the expressions in it have, and this one.
    private(set) var height = 1

    private var parts: [Part] = []
    /// The literal that is being read: up to the end of the line, except in quotes.
    private var literal: [UInt8] = []
    /// Whether the blanks that the next literal begins with are left out, because of `~}`.
    private var isTrimming = false

    init(_ lexer: ExpressionLexer, style: Style) {
        self.lexer = lexer
        self.style = style
    }

    /// The whole text as one expression.
    mutating func expression(range: Range<Int>, level: Int) throws(ExpressionError) -> Expression {
        let pieces = try pieces(level: level)
        return Expression(.template(pieces), range: range, height: height)
    }

    /// The pieces up to the closing quote or the end.
    mutating func pieces(level: Int) throws(ExpressionError) -> [TemplatePiece] {
        let isQuoted = style == .quoted
        scan: while lexer.offset < lexer.end {
            let byte = lexer.byte(lexer.offset)
            switch byte {
            case UInt8(ascii: "\"") where isQuoted: break scan
            case UInt8(ascii: "\\") where isQuoted: try readEscape()
            case UInt8(ascii: "\n") where isQuoted:
                throw ExpressionError(
                    "a text in quotes ends before its line does", help: "Close it, or write \\n for a line break.",
                    at: lexer.offset..<lexer.offset + 1)
            case UInt8(ascii: "$"), UInt8(ascii: "%"): try readMark(byte, level: level)
            default:
                append(byte)
                lexer.offset += 1
                if byte == UInt8(ascii: "\n") { flush() }
            }
        }
        flush()
        height = min(height + 1, ExpressionParser.mostLevels)
        if style == .indentedLines { parts = Indentation.removed(from: parts) }
        var assembler = TemplateAssembler(parts)
        return try assembler.pieces()
    }

    // MARK: Literal text

    private mutating func append(_ byte: UInt8) {
        if isTrimming, Self.isBlank(byte) { return }
        isTrimming = false
        literal.append(byte)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (9...13).contains(byte) }

    private mutating func flush() {
        isTrimming = false
        if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
        literal = []
    }

    /// Leaves out the blanks at the end of the literal before a sequence, because of `{~`.
    private mutating func trimBefore() {
        if literal.isEmpty, case .literal(let text)? = parts.last {
            parts.removeLast()
            literal = Array(text.utf8)
        }
        while let last = literal.last, Self.isBlank(last) { literal.removeLast() }
    }

    private mutating func readEscape() throws(ExpressionError) {
        let start = lexer.offset
        lexer.offset += 2
        switch lexer.byte(start + 1) {
        case UInt8(ascii: "n"): append(UInt8(ascii: "\n"))
        case UInt8(ascii: "r"): append(UInt8(ascii: "\r"))
        case UInt8(ascii: "t"): append(UInt8(ascii: "\t"))
        case UInt8(ascii: "\""): append(UInt8(ascii: "\""))
        case UInt8(ascii: "\\"): append(UInt8(ascii: "\\"))
        case UInt8(ascii: "u"): try readCodePoint(from: start, digits: 4)
        case UInt8(ascii: "U"): try readCodePoint(from: start, digits: 8)
        default:
            throw ExpressionError(
                "a text in quotes has no escape '\\\(lexer.text(start + 1..<min(start + 2, lexer.end)))'",
                help: "Write \\\\ for a backslash.", at: start..<min(start + 2, lexer.end))
        }
    }

    private mutating func readCodePoint(from start: Int, digits: Int) throws(ExpressionError) {
        let end = min(start + 2 + digits, lexer.end)
        let text = lexer.text(start + 2..<max(start + 2, end))
        guard text.utf8.count == digits, let number = UInt32(text, radix: 16), let scalar = Unicode.Scalar(number) else {
            throw ExpressionError(
                "expected \(digits) hexadecimal digits of a character", help: "Write \\u00e9, for example.", at: start..<end
            )
        }
        lexer.offset = end
        for byte in String(scalar).utf8 { append(byte) }
    }

    // MARK: Sequences

    /// `$` or `%`: the beginning of a sequence, its escape, or itself.
    private mutating func readMark(_ mark: UInt8, level: Int) throws(ExpressionError) {
        let start = lexer.offset
        if lexer.byte(start + 1) == mark, lexer.byte(start + 2) == UInt8(ascii: "{") {
            append(mark)
            append(UInt8(ascii: "{"))
            lexer.offset += 3
            return
        }
        guard lexer.byte(start + 1) == UInt8(ascii: "{") else {
            append(mark)
            lexer.offset += 1
            return
        }
        lexer.offset += 2
        if lexer.byte(lexer.offset) == UInt8(ascii: "~") {
            lexer.offset += 1
            trimBefore()
        }
        flush()
        parts.append(mark == UInt8(ascii: "$") ? .interpolation(try inner(level)) : try directive(from: start, level))
        try closeSequence(from: start)
    }

    private mutating func inner(_ level: Int) throws(ExpressionError) -> Expression {
        let expression = try ExpressionParser.expression(in: &lexer, level: level + 1)
        height = max(height, expression.height)
        return expression
    }

    private mutating func closeSequence(from start: Int) throws(ExpressionError) {
        var token = lexer.next(newlines: false)
        if token.kind == .other("~") {
            isTrimming = true
            token = lexer.next(newlines: false)
        }
        guard token.kind == .symbol(.rightBrace) else {
            throw ExpressionError(
                "expected '}' behind the expression, not \(token.shown)",
                help: "Close the sequence that begins with '\(lexer.text(start..<start + 2))'.", at: token.range)
        }
    }

    private mutating func directive(from start: Int, _ level: Int) throws(ExpressionError) -> Part {
        let word = lexer.next(newlines: false)
        let range = start..<word.range.upperBound
        switch word.kind {
        case .identifier("if"): return .ifStart(try inner(level), range)
        case .identifier("else"): return .elseMark(range)
        case .identifier("endif"): return .ifEnd(range)
        case .identifier("endfor"): return .loopEnd(range)
        case .identifier("for"):
            let names = try ExpressionParser.loopNames(in: &lexer)
            let collection = try inner(level)
            return .loopStart(
                Expression.ForClause(keyName: names.key, valueName: names.value, collection: collection, condition: nil),
                range)
        default:
            throw ExpressionError(
                "there is no template directive \(word.shown)",
                help: "Write if, else, endif, for or endfor, or %%{ for the text '%{'.",
                at: word.range)
        }
    }
}
