import Evaluation

extension ExpressionParser {
    // MARK: - Attributes, indices and splats

    mutating func postfixed() throws(ExpressionError) -> Expression {
        try postfixed(try primary(), inSplat: false)
    }

    /// What stands behind an expression: `.name`, `[index]`, `[*]`.
    ///
    /// - Parameter inSplat: whether the steps belong to each element of `.*`, which an index ends.
    private mutating func postfixed(_ start: Expression, inSplat: Bool) throws(ExpressionError) -> Expression {
        var value = start
        while true {
            switch peek().kind {
            case .symbol(.dot):
                _ = next()
                value = try step(behindDot: value)
            case .symbol(.leftBracket):
                if inSplat { return value }
                _ = next()
                value = try counting(newlines: false) { (parser) throws(ExpressionError) in try parser.index(of: value) }
            default: return value
            }
        }
    }

    private mutating func step(behindDot value: Expression) throws(ExpressionError) -> Expression {
        if let index = legacyIndex() {
            return try node(.index(value, index), value.range.lowerBound..<index.range.upperBound, [value])
        }
        if take(.star) {
            let element = Expression(.splatElement, range: lexer.offset..<lexer.offset)
            return try splat(value, each: try steps(behind: element, inSplat: true))
        }
        let (name, range) = try name("an attribute's name behind '.'")
        return try node(.attribute(value, name), value.range.lowerBound..<range.upperBound, [value])
    }

    /// `list.0`, as Terraform wrote indices before 0.12.
    private mutating func legacyIndex() -> Expression? {
        var last = lexer.offset
        while lexer.byte(last).isDigit { last += 1 }
        guard last > lexer.offset else { return nil }
        let range = lexer.offset..<last
        lexer.offset = last
        return Expression(.number(lexer.text(range)), range: range)
    }

    private mutating func index(of value: Expression) throws(ExpressionError) -> Expression {
        if peek().kind == .symbol(.star) {
            var ahead = self
            _ = ahead.next()
            if ahead.take(.rightBracket) {
                self = ahead
                let element = Expression(.splatElement, range: lexer.offset..<lexer.offset)
                return try splat(value, each: try steps(behind: element, inSplat: false))
            }
        }
        let key = try expression()
        let end = try expect(.rightBracket, "behind an index")
        return try node(.index(value, key), value.range.lowerBound..<end, [value, key])
    }

    /// What is done to each element of a splat: a splat within it is one level deeper.
    private mutating func steps(behind element: Expression, inSplat: Bool) throws(ExpressionError) -> Expression {
        try deeper { (parser) throws(ExpressionError) in try parser.postfixed(element, inSplat: inSplat) }
    }

    private func splat(_ value: Expression, each: Expression) throws(ExpressionError) -> Expression {
        let end = max(each.range.upperBound, value.range.upperBound)
        return try node(.splat(value, each: each), value.range.lowerBound..<end, [value, each])
    }

    // MARK: - Primaries

    private mutating func primary() throws(ExpressionError) -> Expression {
        let token = next()
        switch token.kind {
        case .number(let digits): return Expression(.number(digits), range: token.range)
        case .identifier(let name): return try named(name, token.range)
        case .quote: return try quoted(from: token.range.lowerBound)
        case .heredoc(let name, let isIndented):
            return try heredoc(name, isIndented: isIndented, from: token.range.lowerBound)
        case .symbol(.leftParenthesis):
            return try counting(newlines: false) { (parser) throws(ExpressionError) in
                let inner = try parser.expression()
                let end = try parser.expect(.rightParenthesis, "behind the expression")
                return try parser.node(.parentheses(inner), token.range.lowerBound..<end, [inner])
            }
        case .symbol(.leftBracket):
            return try counting(newlines: false) { (parser) throws(ExpressionError) in
                try parser.tuple(from: token.range.lowerBound)
            }
        case .symbol(.leftBrace): return try object(from: token.range.lowerBound)
        default:
            throw ExpressionError(
                "expected a value, not \(token.shown)",
                help: "Write a value here: a text in quotes, a number, a reference.",
                at: token.range)
        }
    }

    private mutating func named(_ start: String, _ range: Range<Int>) throws(ExpressionError) -> Expression {
        switch start {
        case "true": return Expression(.truth(true), range: range)
        case "false": return Expression(.truth(false), range: range)
        case "null": return Expression(.null, range: range)
        default: break
        }
        var function = start
        while take(.doubleColon) { function += "::" + (try name("a function's name")).text }
        guard take(.leftParenthesis) else {
            guard function == start else {
                throw ExpressionError(
                    "'\(function)' is a function without arguments", help: "Write them in brackets.", at: range)
            }
            return Expression(.variable(start), range: range)
        }
        return try counting(newlines: false) { (parser) throws(ExpressionError) in
            try parser.call(function, from: range.lowerBound)
        }
    }

    private mutating func call(_ name: String, from start: Int) throws(ExpressionError) -> Expression {
        var arguments: [Expression] = []
        var expandsLast = false
        while peek().kind != .symbol(.rightParenthesis) {
            arguments.append(try expression())
            if take(.ellipsis) {
                expandsLast = true
                _ = take(.comma)
                break
            }
            guard take(.comma) else { break }
        }
        let end = try expect(.rightParenthesis, "behind the arguments of \(name)")
        let call = Expression.FunctionCall(name: name, arguments: arguments, expandsLast: expandsLast)
        return try node(.call(call), start..<end, arguments)
    }
}
