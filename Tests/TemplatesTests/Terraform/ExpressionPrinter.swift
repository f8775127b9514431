import Evaluation
@testable import Templates

/// Expressions as text, for tests that read what they have written.
extension Expression {
    var printed: String {
        switch form {
        case .null: "null"
        case .truth(let truth): truth ? "true" : "false"
        case .number(let digits): digits
        case .template(let pieces): "\"\(pieces.map(\.printed).joined())\""
        case .variable(let name): name
        case .attribute(let source, let name): "\(source.printed).\(name)"
        case .index(let source, let key): "\(source.printed)[\(key.printed)]"
        case .splat(let source, let each): "\(source.printed)[*]\(each.printed)"
        case .splatElement: ""
        case .call(let call):
            "\(call.name)(\(call.arguments.map(\.printed).joined(separator: ", "))\(call.expandsLast ? "..." : ""))"
        case .not(let operand): "!\(operand.printed)"
        case .negative(let operand): "-\(operand.printed)"
        case .binary(let symbol, let left, let right): "\(left.printed) \(symbol.rawValue) \(right.printed)"
        case .conditional(let condition, let yes, let no): "\(condition.printed) ? \(yes.printed) : \(no.printed)"
        case .tuple(let elements): "[\(elements.map(\.printed).joined(separator: ", "))]"
        case .object(let items): "{\(items.map { "\($0.key.printed) = \($0.value.printed)" }.joined(separator: ", "))}"
        case .forTuple(let clause, let value): "[for \(clause.head) : \(value.printed)\(clause.tail)]"
        case .forObject(let clause, let key, let value, let isGrouping):
            "{for \(clause.head) : \(key.printed) => \(value.printed)\(isGrouping ? "..." : "")\(clause.tail)}"
        case .parentheses(let inner): "(\(inner.printed))"
        }
    }

    /// The expression without its places.
    var bare: Expression {
        func bare(_ form: Form) -> Expression { Expression(form, range: 0..<0) }
        switch form {
        case .null, .truth, .number, .variable, .splatElement: return bare(form)
        case .template(let pieces): return bare(.template(pieces.map(\.bare)))
        case .attribute(let source, let name): return bare(.attribute(source.bare, name))
        case .index(let source, let key): return bare(.index(source.bare, key.bare))
        case .splat(let source, let each): return bare(.splat(source.bare, each: each.bare))
        case .call(let call):
            return bare(.call(.init(name: call.name, arguments: call.arguments.map(\.bare), expandsLast: call.expandsLast)))
        case .not(let operand): return bare(.not(operand.bare))
        case .negative(let operand): return bare(.negative(operand.bare))
        case .binary(let symbol, let left, let right): return bare(.binary(symbol, left.bare, right.bare))
        case .conditional(let condition, let yes, let no): return bare(.conditional(condition.bare, yes.bare, no.bare))
        case .tuple(let elements): return bare(.tuple(elements.map(\.bare)))
        case .object(let items): return bare(.object(items.map { .init(key: $0.key.bare, value: $0.value.bare) }))
        case .forTuple(let clause, let value): return bare(.forTuple(clause.bare, value.bare))
        case .forObject(let clause, let key, let value, let isGrouping):
            return bare(.forObject(clause.bare, key: key.bare, value: value.bare, isGrouping: isGrouping))
        case .parentheses(let inner): return bare(.parentheses(inner.bare))
        }
    }
}

extension Expression.ForClause {
    fileprivate var head: String { (keyName.map { "\($0), " } ?? "") + "\(valueName) in \(collection.printed)" }

    fileprivate var tail: String { condition.map { " if \($0.printed)" } ?? "" }

    fileprivate var bare: Expression.ForClause {
        .init(keyName: keyName, valueName: valueName, collection: collection.bare, condition: condition?.bare)
    }
}

extension TemplatePiece {
    fileprivate var printed: String {
        switch self {
        case .literal(let text): Self.escaped(text)
        case .interpolation(let expression): "${\(expression.printed)}"
        case .conditional(let condition, let yes, let no):
            "%{if \(condition.printed)}\(yes.map(\.printed).joined())%{else}\(no.map(\.printed).joined())%{endif}"
        case .loop(let clause, let body): "%{for \(clause.head)}\(body.map(\.printed).joined())%{endfor}"
        }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "$": result += "\\u0024"
            case "%": result += "\\u0025"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    fileprivate var bare: TemplatePiece {
        switch self {
        case .literal: self
        case .interpolation(let expression): .interpolation(expression.bare)
        case .conditional(let condition, let yes, let no): .conditional(condition.bare, yes.map(\.bare), no.map(\.bare))
        case .loop(let clause, let body): .loop(clause.bare, body.map(\.bare))
        }
    }
}
