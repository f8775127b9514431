import Evaluation

/// Matches the directives of a template with their ends.
struct TemplateAssembler {
    private let parts: [TemplateReader.Part]
    private var index = 0
    private var level = 0

    init(_ parts: [TemplateReader.Part]) {
        self.parts = parts
    }

    /// The pieces of the whole template.
    mutating func pieces() throws(ExpressionError) -> [TemplatePiece] {
        let pieces = try block()
        guard index < parts.count else { return pieces }
        throw ExpressionError("the directive ends nothing", help: "Take it out, or begin it.", at: range(of: parts[index]))
    }

    /// The pieces up to a directive that ends or divides the block, which is not taken.
    private mutating func block() throws(ExpressionError) -> [TemplatePiece] {
        var pieces: [TemplatePiece] = []
        while index < parts.count {
            switch parts[index] {
            case .literal(let text): pieces.append(.literal(text))
            case .interpolation(let expression): pieces.append(.interpolation(expression))
            case .ifStart(let condition, let range):
                pieces.append(try conditional(condition, range))
                continue
            case .loopStart(let clause, let range):
                pieces.append(try loop(clause, range))
                continue
            case .elseMark, .ifEnd, .loopEnd: return pieces
            }
            index += 1
        }
        return pieces
    }

    private mutating func conditional(_ condition: Expression, _ range: Range<Int>) throws(ExpressionError) -> TemplatePiece {
        try enter(range)
        defer { level -= 1 }
        let yes = try block()
        var no: [TemplatePiece] = []
        if index < parts.count, case .elseMark = parts[index] {
            index += 1
            no = try block()
        }
        guard index < parts.count, case .ifEnd = parts[index] else { throw unclosed("if", "endif", range) }
        index += 1
        return .conditional(condition, yes, no)
    }

    private mutating func loop(_ clause: Expression.ForClause, _ range: Range<Int>) throws(ExpressionError) -> TemplatePiece {
        try enter(range)
        defer { level -= 1 }
        let body = try block()
        guard index < parts.count, case .loopEnd = parts[index] else { throw unclosed("for", "endfor", range) }
        index += 1
        return .loop(clause, body)
    }

    private mutating func enter(_ range: Range<Int>) throws(ExpressionError) {
        index += 1
        level += 1
        guard level <= ExpressionParser.mostLevels / 2 else {
            throw ExpressionError(
                "directives are nested more than \(ExpressionParser.mostLevels / 2) levels deep",
                help: "Take a part out into a local value.", at: range)
        }
    }

    private func unclosed(_ word: String, _ end: String, _ range: Range<Int>) -> ExpressionError {
        ExpressionError("the directive '\(word)' has no end", help: "Write %{ \(end) } behind it.", at: range)
    }

    private func range(of part: TemplateReader.Part) -> Range<Int> {
        switch part {
        case .literal: 0..<0
        case .interpolation(let expression): expression.range
        case .ifStart(_, let range), .elseMark(let range), .ifEnd(let range), .loopStart(_, let range), .loopEnd(let range):
            range
        }
    }
}
