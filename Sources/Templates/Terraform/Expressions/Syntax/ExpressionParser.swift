import Evaluation

/// Reads expressions and templates of HCL (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md).
///
/// Nesting is bounded, so that no text is deep enough to harm what walks the result.
struct ExpressionParser {
    /// Deepest nesting of expressions in one text.
    static let mostLevels = 100
    /// Most operators side by side, which are no nesting: `a || b || c`.
    private static let mostOperators = 1_000

    var lexer: ExpressionLexer
    /// Whether a line break ends what is read: in objects it separates members, in brackets it is a blank.
    private var countsNewlines = false
    private var level = 0

    private init(_ lexer: ExpressionLexer) {
        self.lexer = lexer
    }

    /// Reads a text that is an expression: what stands behind `name =` in a `.tf` file.
    static func expression(_ text: String) throws(ExpressionError) -> Expression {
        var parser = ExpressionParser(ExpressionLexer(Array(text.utf8)))
        let expression = try parser.expression()
        let rest = parser.peek()
        guard rest.kind == .end else {
            throw ExpressionError(
                "there is \(rest.shown) behind the expression", help: "Is an operator or a bracket missing before it?",
                at: rest.range)
        }
        return expression
    }

    /// Reads a text that is a template: a string of a `.tf.json` file.
    static func template(_ text: String) throws(ExpressionError) -> Expression {
        let bytes = Array(text.utf8)
        var pieces = TemplateReader(ExpressionLexer(bytes), style: .lines)
        return try pieces.expression(range: 0..<bytes.count, level: 0)
    }

    /// Reads the expression of a template's sequence, at the lexer's place, and leaves the lexer behind it.
    static func expression(in lexer: inout ExpressionLexer, level: Int) throws(ExpressionError) -> Expression {
        var parser = ExpressionParser(lexer)
        parser.level = level
        let expression = try parser.expression()
        lexer = parser.lexer
        return expression
    }

    /// Reads `key, value in` of a template's directive.
    static func loopNames(in lexer: inout ExpressionLexer) throws(ExpressionError) -> (key: String?, value: String) {
        var parser = ExpressionParser(lexer)
        let names = try parser.loopNames()
        lexer = parser.lexer
        return names
    }

    // MARK: Words

    func peek() -> Token { lexer.peek(newlines: countsNewlines) }

    mutating func next() -> Token { lexer.next(newlines: countsNewlines) }

    mutating func take(_ symbol: Token.Symbol) -> Bool {
        guard peek().kind == .symbol(symbol) else { return false }
        _ = next()
        return true
    }

    /// Takes a symbol that must stand here; gives where it ends.
    @discardableResult
    mutating func expect(_ symbol: Token.Symbol, _ purpose: String) throws(ExpressionError) -> Int {
        let token = next()
        guard token.kind == .symbol(symbol) else {
            throw ExpressionError(
                "expected '\(symbol.rawValue)' \(purpose), not \(token.shown)", help: "Add it here.", at: token.range)
        }
        return token.range.upperBound
    }

    mutating func takeWord(_ word: String) -> Bool {
        guard peek().kind == .identifier(word) else { return false }
        _ = next()
        return true
    }

    /// Takes the name that must stand here.
    mutating func name(_ purpose: String) throws(ExpressionError) -> (text: String, range: Range<Int>) {
        let token = next()
        guard case .identifier(let text) = token.kind else {
            throw ExpressionError("expected \(purpose), not \(token.shown)", help: "Write a name here.", at: token.range)
        }
        return (text, token.range)
    }

    /// Reads something in which line breaks separate, or are blanks.
    mutating func counting<Result>(
        newlines: Bool, _ body: (inout ExpressionParser) throws(ExpressionError) -> Result
    ) throws(ExpressionError) -> Result {
        let outer = countsNewlines
        countsNewlines = newlines
        defer { countsNewlines = outer }
        return try body(&self)
    }

    /// How deep the place is, for templates within.
    var depth: Int { level }

    // MARK: Operators

    mutating func expression() throws(ExpressionError) -> Expression {
        level += 1
        defer { level -= 1 }
        guard level <= Self.mostLevels else { throw tooDeep(peek().range) }
        let condition = try operation(above: 0)
        guard take(.question) else { return condition }
        let yes = try expression()
        try expect(.colon, "between the two sides of a condition")
        let no = try expression()
        return try node(
            .conditional(condition, yes, no), condition.range.lowerBound..<no.range.upperBound, [condition, yes, no])
    }

    /// An expression whose operators bind more tightly than `precedence`.
    private mutating func operation(above precedence: Int) throws(ExpressionError) -> Expression {
        level += 1
        defer { level -= 1 }
        guard level <= Self.mostLevels else { throw tooDeep(peek().range) }
        var left = try prefixed()
        var operators = 0
        while case .symbol(let symbol) = peek().kind, let binary = BinaryOperator(rawValue: symbol.rawValue),
            binary.precedence > precedence
        {
            _ = next()
            let right = try operation(above: binary.precedence)
            operators += 1
            let range = left.range.lowerBound..<right.range.upperBound
            // What walks an expression goes over operators side by side one after another.
            let height = max(operators == 1 ? left.height + 1 : left.height, right.height + 1)
            guard height <= Self.mostLevels, operators <= Self.mostOperators else { throw tooDeep(range) }
            left = Expression(.binary(binary, left, right), range: range, height: height)
        }
        return left
    }

    private mutating func prefixed() throws(ExpressionError) -> Expression {
        let token = peek()
        guard token.kind == .symbol(.minus) || token.kind == .symbol(.not) else { return try postfixed() }
        _ = next()
        level += 1
        defer { level -= 1 }
        guard level <= Self.mostLevels else { throw tooDeep(token.range) }
        let operand = try prefixed()
        let range = token.range.lowerBound..<operand.range.upperBound
        return try node(token.kind == .symbol(.not) ? .not(operand) : .negative(operand), range, [operand])
    }

    // MARK: Bounds

    /// Reads something that is one level deeper.
    mutating func deeper<Result>(
        _ body: (inout ExpressionParser) throws(ExpressionError) -> Result
    ) throws(ExpressionError) -> Result {
        level += 1
        defer { level -= 1 }
        guard level <= Self.mostLevels else { throw tooDeep(peek().range) }
        return try body(&self)
    }

    /// A form over its parts, one level higher than the highest of them.
    func node(
        _ form: Expression.Form, _ range: Range<Int>, _ parts: [Expression]
    ) throws(ExpressionError) -> Expression {
        let height = 1 + (parts.map(\.height).max() ?? 0)
        guard height <= Self.mostLevels else { throw tooDeep(range) }
        return Expression(form, range: range, height: height)
    }

    func tooDeep(_ range: Range<Int>) -> ExpressionError {
        ExpressionError(
            "the expression is nested more than \(Self.mostLevels) levels deep",
            help: "Take a part of it out into a local value.", at: range, isOfLimits: true)
    }
}
