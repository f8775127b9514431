import Evaluation

extension ExpressionParser {
    mutating func tuple(from start: Int) throws(ExpressionError) -> Expression {
        if takeWord("for") { return try forTuple(from: start) }
        var elements: [Expression] = []
        while peek().kind != .symbol(.rightBracket) {
            elements.append(try expression())
            guard take(.comma) else { break }
        }
        let end = try expect(.rightBracket, "behind the elements of a list")
        return try node(.tuple(elements), start..<end, elements)
    }

    private mutating func forTuple(from start: Int) throws(ExpressionError) -> Expression {
        let head = try forHead()
        let value = try expression()
        let clause = try withCondition(head)
        let end = try expect(.rightBracket, "behind the 'for' of a list")
        let parts = [head.collection, value] + (clause.condition.map { [$0] } ?? [])
        return try node(.forTuple(clause, value), start..<end, parts)
    }

    /// `key, value in collection :`.
    private mutating func forHead() throws(ExpressionError) -> Expression.ForClause {
        let names = try loopNames()
        let collection = try expression()
        try expect(.colon, "behind the collection of a 'for'")
        return Expression.ForClause(keyName: names.key, valueName: names.value, collection: collection, condition: nil)
    }

    /// `key, value in`.
    mutating func loopNames() throws(ExpressionError) -> (key: String?, value: String) {
        let first = try name("a name behind 'for'").text
        let second = take(.comma) ? try name("a second name").text : nil
        guard takeWord("in") else {
            let token = peek()
            throw ExpressionError(
                "expected 'in', not \(token.shown)", help: "Write for NAME in COLLECTION.", at: token.range)
        }
        return second.map { (first, $0) } ?? (nil, first)
    }

    private mutating func withCondition(_ head: Expression.ForClause) throws(ExpressionError) -> Expression.ForClause {
        guard takeWord("if") else { return head }
        return Expression.ForClause(
            keyName: head.keyName, valueName: head.valueName, collection: head.collection, condition: try expression())
    }

    // MARK: - Objects

    mutating func object(from start: Int) throws(ExpressionError) -> Expression {
        let isLoop = try counting(newlines: false) { (parser) throws(ExpressionError) in parser.takeWord("for") }
        if isLoop {
            return try counting(newlines: false) { (parser) throws(ExpressionError) in try parser.forObject(from: start) }
        }
        return try counting(newlines: true) { (parser) throws(ExpressionError) in try parser.members(from: start) }
    }

    private mutating func members(from start: Int) throws(ExpressionError) -> Expression {
        var items: [Expression.ObjectItem] = []
        skipNewlines()
        while peek().kind != .symbol(.rightBrace) {
            let key = try memberKey()
            guard take(.equals) || take(.colon) else {
                let token = peek()
                throw ExpressionError(
                    "expected '=' behind a key, not \(token.shown)", help: "Write KEY = VALUE.", at: token.range)
            }
            skipNewlines()
            items.append(Expression.ObjectItem(key: key, value: try expression()))
            let isSeparated = take(.comma) || peek().kind == .newline
            skipNewlines()
            guard isSeparated else { break }
        }
        let end = try expect(.rightBrace, "behind the members of an object")
        return try node(.object(items), start..<end, items.flatMap { [$0.key, $0.value] })
    }

    private mutating func skipNewlines() {
        while peek().kind == .newline { _ = next() }
    }

    /// A member's key: a bare name is a text.
    private mutating func memberKey() throws(ExpressionError) -> Expression {
        let token = peek()
        guard case .identifier(let name) = token.kind else { return try expression() }
        var ahead = self
        _ = ahead.next()
        switch ahead.peek().kind {
        case .symbol(.equals), .symbol(.colon):
            self = ahead
            return Expression(.template([.literal(name)]), range: token.range)
        default: return try expression()
        }
    }

    private mutating func forObject(from start: Int) throws(ExpressionError) -> Expression {
        let head = try forHead()
        let key = try expression()
        try expect(.arrow, "behind the key of an object's 'for'")
        let value = try expression()
        let isGrouping = take(.ellipsis)
        let clause = try withCondition(head)
        let end = try expect(.rightBrace, "behind the 'for' of an object")
        let parts = [head.collection, key, value] + (clause.condition.map { [$0] } ?? [])
        return try node(.forObject(clause, key: key, value: value, isGrouping: isGrouping), start..<end, parts)
    }
}
