/// Builds the expression tree by recursive descent, operators by their precedence.
struct Parser {
    /// Bytes that an expression may have.
    static let maximumSourceLength = 4096
    /// Levels that an expression may nest.
    static let maximumDepth = 250

    private let tokens: [Token]
    private var position = 0
    private var nesting = 0

    static func parse(_ source: [UInt8]) throws(CompileError) -> Expression {
        guard source.count <= maximumSourceLength else {
            throw CompileError([
                Diagnostic(
                    code: "too-long",
                    message: "the expression has \(source.count) bytes, \(maximumSourceLength) are allowed",
                    hint: "move parts of it into variables", range: 0..<source.count)
            ])
        }
        var parser = Parser(tokens: try Lexer.tokens(of: source))
        let expression = try parser.expression()
        guard parser.current.kind == .end else { throw parser.unexpected("an operator") }
        return expression
    }

    private init(tokens: [Token]) {
        self.tokens = tokens
    }

    /// `condition ? then : otherwise`, or anything that binds more tightly.
    mutating func expression() throws(CompileError) -> Expression {
        try descend()
        defer { nesting -= 1 }
        let condition = try disjunction()
        guard accept("?") else { return condition }
        let then = try disjunction()
        try expect(":")
        let otherwise = try expression()
        return try node(
            .conditional(condition, then: then, otherwise: otherwise), from: condition, to: otherwise)
    }

    private mutating func disjunction() throws(CompileError) -> Expression {
        let first = try conjunction()
        var operands = [first]
        while accept("||") { operands.append(try conjunction()) }
        guard let last = operands.last, operands.count > 1 else { return first }
        return try node(.or(operands), from: first, to: last)
    }

    private mutating func conjunction() throws(CompileError) -> Expression {
        let first = try operation(precedence: 1)
        var operands = [first]
        while accept("&&") { operands.append(try operation(precedence: 1)) }
        guard let last = operands.last, operands.count > 1 else { return first }
        return try node(.and(operands), from: first, to: last)
    }

    private static let precedences: [String: Int] = [
        "==": 1, "!=": 1, "<": 1, "<=": 1, ">": 1, ">=": 1, "in": 1, "+": 2, "-": 2, "*": 3, "/": 3, "%": 3,
    ]

    private mutating func operation(precedence: Int) throws(CompileError) -> Expression {
        var left = try unary()
        while let name = operatorName(), let level = Self.precedences[name], level >= precedence {
            let range = current.range
            advance()
            let right = try operation(precedence: level + 1)
            left = try node(
                .call(
                    receiver: nil, name: Operator.binary(name), nameRange: range, arguments: [left, right]),
                from: left, to: right)
        }
        return left
    }

    private func operatorName() -> String? {
        switch current.kind {
        case .symbol(let symbol): symbol
        case .identifier("in"): "in"
        default: nil
        }
    }

    private mutating func unary() throws(CompileError) -> Expression {
        let start = current.range
        for symbol in ["!", "-"] where current.kind == .symbol(symbol) {
            advance()
            if symbol == "-", let literal = try negativeLiteral(from: start) { return try member(of: literal) }
            try descend()
            defer { nesting -= 1 }
            let operand = try unary()
            return try node(
                .call(receiver: nil, name: Operator.unary(symbol), nameRange: start, arguments: [operand]),
                range: start.lowerBound..<operand.range.upperBound)
        }
        return try member(of: try primary())
    }

    private mutating func negativeLiteral(from start: Range<Int>) throws(CompileError) -> Expression? {
        let range = start.lowerBound..<current.range.upperBound
        switch current.kind {
        case .int(let magnitude):
            guard magnitude <= Int64.min.magnitude else { throw outOfRange(range) }
            advance()
            return try node(.literal(.int(Int64(truncatingIfNeeded: 0 &- magnitude))), range: range)
        case .double(let number):
            advance()
            return try node(.literal(.double(-number)), range: range)
        default: return nil
        }
    }
}

extension Parser {
    var current: Token { tokens[position] }

    /// Moves on; the last token, the end, is never left.
    mutating func advance() {
        if position + 1 < tokens.count { position += 1 }
    }

    mutating func accept(_ symbol: String) -> Bool {
        guard current.kind == .symbol(symbol) else { return false }
        advance()
        return true
    }

    @discardableResult
    mutating func expect(_ symbol: String) throws(CompileError) -> Token {
        let token = current
        guard accept(symbol) else { throw unexpected("'\(symbol)'") }
        return token
    }

    private mutating func descend() throws(CompileError) {
        nesting += 1
        if nesting > Self.maximumDepth { throw tooDeep(current.range) }
    }

    func node(_ kind: Expression.Kind, range: Range<Int>) throws(CompileError) -> Expression {
        let expression = Expression(kind, range: range)
        if expression.depth > Self.maximumDepth { throw tooDeep(range) }
        return expression
    }

    func node(_ kind: Expression.Kind, from: Expression, to: Expression) throws(CompileError) -> Expression {
        try node(kind, range: from.range.lowerBound..<to.range.upperBound)
    }

    func unexpected(_ wanted: String) -> CompileError {
        failure("expected \(wanted), found \(current.description)", at: current.range)
    }

    func outOfRange(_ range: Range<Int>) -> CompileError {
        failure("the number does not fit in an int", at: range)
    }

    func failure(_ message: String, hint: String? = nil, at range: Range<Int>) -> CompileError {
        CompileError([Diagnostic(code: "syntax", message: message, hint: hint, range: range)])
    }

    private func tooDeep(_ range: Range<Int>) -> CompileError {
        CompileError([
            Diagnostic(
                code: "too-deep", message: "the expression nests more than \(Self.maximumDepth) levels",
                hint: "move parts of it into variables", range: range)
        ])
    }
}
