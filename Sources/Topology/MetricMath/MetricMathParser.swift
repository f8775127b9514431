/// Reads metric math expressions.
struct MetricMathParser {
    /// Parentheses and signs may nest this deep; CloudWatch itself takes expressions of 2048 characters.
    ///
    /// Source: `Expression` of MetricDataQuery (botocore cloudwatch 2010-08-01).
    private static let deepest = 100
    static let longest = 2_048

    private let tokens: [MetricMathToken]
    private let end: Int
    private var index = 0
    private var depth = 0

    private init(tokens: [MetricMathToken], end: Int) {
        self.tokens = tokens
        self.end = end
    }

    static func parse(_ text: String) throws(MetricMathError) -> MetricExpression {
        guard text.utf8.count <= longest else {
            throw MetricMathError(message: "the expression is longer than \(longest) characters", offset: longest)
        }
        let tokens = try MetricMathToken.tokens(of: text)
        if case .name(let word)? = tokens.first?.kind, word.uppercased() == "SELECT" {
            throw MetricMathError(message: "a Metrics Insights query is not metric math", offset: 0)
        }
        var parser = MetricMathParser(tokens: tokens, end: text.utf8.count)
        let expression = try parser.expression(level: 0)
        guard parser.index == tokens.count else { throw parser.unexpected("an operator") }
        return expression
    }

    /// Operators from the loosest to the tightest.
    private static let levels: [[MetricExpression.Operator]] = [
        [.or], [.and], [.equal, .notEqual, .lessOrEqual, .greaterOrEqual, .less, .greater], [.add, .subtract],
        [.multiply, .divide], [.power],
    ]

    private mutating func expression(level: Int) throws(MetricMathError) -> MetricExpression {
        guard level < Self.levels.count else { return try unary() }
        var left = try expression(level: level + 1)
        while case .symbol(let symbol)? = current?.kind, let operation = MetricExpression.Operator(rawValue: symbol),
            Self.levels[level].contains(operation)
        {
            index += 1
            left = .binary(operation, left, try expression(level: level + 1))
        }
        return left
    }

    private mutating func unary() throws(MetricMathError) -> MetricExpression {
        guard depth < Self.deepest else {
            throw MetricMathError(message: "the expression nests deeper than \(Self.deepest) levels", offset: offset)
        }
        depth += 1
        defer { depth -= 1 }
        if take("-") { return .negative(try unary()) }
        if take("+") { return try unary() }
        return try primary()
    }

    private mutating func primary() throws(MetricMathError) -> MetricExpression {
        guard let token = current else { throw unexpected("a metric or a number") }
        index += 1
        switch token.kind {
        case .number(let number): return .number(number)
        case .text(let text): return .text(text)
        case .name(let name): return take("(") ? .call(name.uppercased(), try list(until: ")")) : .name(name)
        case .symbol("["): return .array(try list(until: "]"))
        case .symbol("("):
            let inner = try expression(level: 0)
            guard take(")") else { throw unexpected("')'") }
            return inner
        case .symbol:
            index -= 1
            throw unexpected("a metric or a number")
        }
    }

    private mutating func list(until close: String) throws(MetricMathError) -> [MetricExpression] {
        if take(close) { return [] }
        var elements = [try expression(level: 0)]
        while take(",") { elements.append(try expression(level: 0)) }
        guard take(close) else { throw unexpected("',' or '\(close)'") }
        return elements
    }

    // MARK: - Words

    private var current: MetricMathToken? { index < tokens.count ? tokens[index] : nil }

    private var offset: Int { current?.offset ?? end }

    private mutating func take(_ symbol: String) -> Bool {
        guard current?.kind == .symbol(symbol) else { return false }
        index += 1
        return true
    }

    private func unexpected(_ wanted: String) -> MetricMathError {
        MetricMathError(message: "\(wanted) is missing", offset: offset)
    }
}
