extension Parser {
    private static let reserved: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
        "package", "namespace", "return", "var", "void", "while",
    ]

    private static let keywords: Set<String> = ["true", "false", "null", "in"]

    /// Selections, calls and indexes that follow an operand.
    mutating func member(of operand: Expression) throws(CompileError) -> Expression {
        var result = operand
        while true {
            if accept(".") {
                result = try selection(from: result)
            } else if accept("[") {
                let isOptional = accept("?")
                let index = try expression()
                let end = try expect("]").range.upperBound
                result = try node(
                    .index(result, index, isOptional: isOptional), range: result.range.lowerBound..<end)
            } else {
                return result
            }
        }
    }

    private mutating func selection(from operand: Expression) throws(CompileError) -> Expression {
        let isOptional = accept("?")
        let name = current
        let field: String
        switch name.kind {
        case .identifier(let text) where !Self.keywords.contains(text): field = text
        case .quotedIdentifier(let text): field = text
        default: throw unexpected("a field name")
        }
        advance()
        if !isOptional, case .identifier = name.kind, accept("(") {
            let (arguments, end) = try arguments(until: ")")
            return try node(
                .call(receiver: operand, name: field, nameRange: name.range, arguments: arguments),
                range: operand.range.lowerBound..<end)
        }
        return try node(
            .select(operand, field: field, fieldRange: name.range, isOptional: isOptional),
            range: operand.range.lowerBound..<name.range.upperBound)
    }

    mutating func primary() throws(CompileError) -> Expression {
        let token = current
        switch token.kind {
        case .int(let magnitude):
            guard let number = Int64(exactly: magnitude) else { throw outOfRange(token.range) }
            return try literal(.int(number))
        case .uint(let number): return try literal(.uint(number))
        case .double(let number): return try literal(.double(number))
        case .string(let text): return try literal(.string(text))
        case .bytes(let bytes): return try literal(.bytes(bytes))
        case .identifier("true"): return try literal(.bool(true))
        case .identifier("false"): return try literal(.bool(false))
        case .identifier("null"): return try literal(.null)
        case .identifier: return try identifier(isRooted: false)
        case .symbol("."):
            advance()
            return try identifier(isRooted: true)
        case .symbol("("): return try parenthesized()
        case .symbol("["): return try list()
        case .symbol("{"): return try map()
        default: throw unexpected("a value")
        }
    }

    private mutating func literal(_ value: Value) throws(CompileError) -> Expression {
        let range = current.range
        advance()
        return try node(.literal(value), range: range)
    }

    private mutating func identifier(isRooted: Bool) throws(CompileError) -> Expression {
        let token = current
        guard case .identifier(let name) = token.kind, !Self.keywords.contains(name) else {
            throw unexpected("a name")
        }
        if Self.reserved.contains(name) {
            throw failure("'\(name)' is a reserved word and cannot name a variable", at: token.range)
        }
        advance()
        if accept("(") {
            let (arguments, end) = try arguments(until: ")")
            return try node(
                .call(receiver: nil, name: name, nameRange: token.range, arguments: arguments),
                range: token.range.lowerBound..<end)
        }
        return try node(.identifier(name, isRooted: isRooted), range: token.range)
    }

    private mutating func parenthesized() throws(CompileError) -> Expression {
        let start = current.range.lowerBound
        advance()
        let inner = try expression()
        let end = try expect(")").range.upperBound
        return try node(inner.kind, range: start..<end)
    }

    /// The arguments of a call, and where its closing bracket ends.
    private mutating func arguments(until close: String) throws(CompileError) -> ([Expression], Int) {
        var arguments: [Expression] = []
        if current.kind != .symbol(close) {
            repeat { arguments.append(try expression()) } while accept(",")
        }
        return (arguments, try expect(close).range.upperBound)
    }

    private mutating func list() throws(CompileError) -> Expression {
        let start = current.range.lowerBound
        advance()
        var members: [Expression.Member] = []
        while current.kind != .symbol("]") {
            let isOptional = accept("?")
            members.append(Expression.Member(value: try expression(), isOptional: isOptional))
            guard accept(",") else { break }
        }
        let end = try expect("]").range.upperBound
        return try node(.list(members), range: start..<end)
    }

    private mutating func map() throws(CompileError) -> Expression {
        let start = current.range.lowerBound
        advance()
        var entries: [Expression.Entry] = []
        while current.kind != .symbol("}") {
            let isOptional = accept("?")
            let key = try expression()
            try expect(":")
            entries.append(Expression.Entry(key: key, value: try expression(), isOptional: isOptional))
            guard accept(",") else { break }
        }
        let end = try expect("}").range.upperBound
        return try node(.map(entries), range: start..<end)
    }
}
