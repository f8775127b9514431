import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("Terraform's expressions as text")
struct ExpressionSyntaxTests {
    @Test(
        "operators bind as HCL says",
        arguments: [
            ("a || b && c", "a || (b && c)"), ("a && b == c", "a && (b == c)"), ("a == b < c", "a == (b < c)"),
            ("a < b + c", "a < (b + c)"), ("a + b * c", "a + (b * c)"), ("a - b - c", "(a - b) - c"),
            ("!a && b", "(!a) && b"), ("-a * b", "(-a) * b"), ("a ? b : c ? d : e", "a ? b : (c ? d : e)"),
            ("a || b ? c : d", "(a || b) ? c : d"), ("!a.b[0]", "!(a.b[0])"),
        ])
    func precedence(text: String, same: String) throws {
        #expect(try value(text).shownShape == value(same).shownShape)
    }

    @Test("ranges are those of the text")
    func ranges() throws {
        let text = "é + jsonencode({a = local.b})"
        let expression = try ExpressionParser.expression(text)
        #expect(slice(text, expression.range) == text)
        guard case .binary(_, let left, let right) = expression.form, case .call(let call) = right.form,
            case .object(let items)? = call.arguments.first?.form
        else {
            Issue.record("not what was written")
            return
        }
        #expect(slice(text, left.range) == "é")
        #expect(slice(text, right.range) == "jsonencode({a = local.b})")
        #expect(items.first.map { slice(text, $0.value.range) } == "local.b")
    }

    @Test(
        "mistakes are told where they are",
        arguments: [
            ("1 +", "expected a value, not the end", 3), ("[1, 2", "expected ']' behind the elements of a list, not the end", 5),
            ("{a 1}", "expected '=' behind a key, not '1'", 3), ("f(1", "expected ')' behind the arguments of f, not the end", 3),
            ("a ? b", "expected ':' between the two sides of a condition, not the end", 5),
            ("\"abc", "the text has no closing quote", 0),
            ("\"${a\"", "expected '}' behind the expression, not a text", 4),
            ("\"a\\q\"", "a text in quotes has no escape '\\q'", 2),
            ("a b", "there is 'b' behind the expression", 2), ("\"%{ if a }x\"", "the directive 'if' has no end", 1),
            ("\"%{ endif }\"", "the directive ends nothing", 1), ("\"%{ foo }\"", "there is no template directive 'foo'", 4),
            ("[for x y : 1]", "expected 'in', not 'y'", 7), ("<<EOT\nabc", "the text that begins with <<EOT has no end", 0),
            ("a.", "expected an attribute's name behind '.', not the end", 2), ("§", "expected a value, not '§'", 0),
            ("\"\\u12\"", "expected 4 hexadecimal digits of a character", 1),
        ])
    func mistakes(text: String, message: String, offset: Int) {
        let error = #expect(throws: ExpressionError.self) { try ExpressionParser.expression(text) }
        #expect(error?.message == message)
        #expect(error?.range.lowerBound == offset)
    }

    @Test("nesting is bounded", arguments: ["(", "[", "-", "!", "{a=", "f(", "\"${", "a?", "a||b&&", "x["])
    func depth(opening: String) {
        let text = String(repeating: opening, count: 3_000)
        #expect(throws: ExpressionError.self) { try ExpressionParser.expression(text) }
    }

    @Test("a long row of operators, steps or elements is refused or read, and nothing breaks")
    func length() throws {
        #expect(throws: ExpressionError.self) { try ExpressionParser.expression("1" + String(repeating: " + 1", count: 5_000)) }
        #expect(throws: ExpressionError.self) { try ExpressionParser.expression("a" + String(repeating: ".b", count: 5_000)) }
        let list = try ExpressionParser.expression("[" + String(repeating: "1,", count: 50_000) + "]")
        #expect(list.height == 2)
    }

    @Test("what is printed is read again as the same", arguments: 0..<400)
    func printing(seed: Int) throws {
        var generator = SmallGenerator(seed: UInt64(seed))
        let text = RandomExpression.text(depth: 4, &generator)
        let expression = try ExpressionParser.expression(text)
        let again = try ExpressionParser.expression(expression.printed)
        #expect(again.bare == expression.bare, "\(text) and \(expression.printed)")
    }

    @Test("bytes by chance are read or refused", arguments: 0..<60)
    func chance(seed: Int) throws {
        var generator = SmallGenerator(seed: UInt64(seed))
        let alphabet = Array(#"${}%{~}"\ \n()[]{}<<-EOT.,:=>?+-*/%!&|#abcfor in if else 019 é"#)
        for _ in 0..<200 {
            let count = Int.random(in: 0..<40, using: &generator)
            let text = String((0..<count).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
            _ = try evaluated(text, .template)
            _ = try evaluated(text, .expression)
        }
    }

    private func value(_ text: String) throws -> Expression { try ExpressionParser.expression(text) }

    private func slice(_ text: String, _ range: Range<Int>) -> String { String(decoding: Array(text.utf8)[range], as: UTF8.self) }
}

extension Expression {
    /// The form without brackets and places.
    fileprivate var shownShape: String {
        switch form {
        case .parentheses(let inner): inner.shownShape
        case .binary(let symbol, let left, let right): "(\(left.shownShape)\(symbol.rawValue)\(right.shownShape))"
        case .not(let operand): "(!\(operand.shownShape))"
        case .negative(let operand): "(-\(operand.shownShape))"
        case .conditional(let condition, let yes, let no): "(\(condition.shownShape)?\(yes.shownShape):\(no.shownShape))"
        default: printed
        }
    }
}

/// The same numbers for the same seed.
struct SmallGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }
}

/// Expressions by chance that are well formed.
enum RandomExpression {
    static func text(depth: Int, _ generator: inout SmallGenerator) -> String {
        guard depth > 0 else { return leaf(&generator) }
        func inner() -> String { text(depth: depth - 1, &generator) }
        switch Int.random(in: 0..<16, using: &generator) {
        case 0: return "(\(inner()))"
        case 1: return "(\(inner())).a"
        case 2: return "local.x[\(inner())]"
        case 3: return "local.x[*].b"
        case 4: return "f(\(inner()), \(inner()))"
        case 5: return "max(\(inner())...)"
        case 6: return "!\(leaf(&generator))"
        case 7: return "-\(leaf(&generator))"
        case 8:
            let symbol = BinaryOperator.allCases.randomElement(using: &generator) ?? .plus
            return "(\(inner())) \(symbol.rawValue) \(leaf(&generator))"
        case 9: return "(\(inner())) ? \(inner()) : \(inner())"
        case 10: return "[\(inner()), \(inner())]"
        case 11: return "{a = \(inner()), (\(inner())) = 1}"
        case 12: return "[for k, v in \(inner()) : \(inner()) if \(inner())]"
        case 13: return "{for v in \(inner()) : \(inner()) => \(inner())...}"
        case 14: return "\"a${\(inner())}\\n%{ if \(inner()) }b%{ else }${c}%{ endif }\""
        default: return leaf(&generator)
        }
    }

    private static func leaf(_ generator: inout SmallGenerator) -> String {
        ["1", "2.5", "true", "null", "\"x\"", "\"$${y} é\"", "var.a", "aws_sqs_queue.q.arn", "each.key", "[]", "{}"]
            .randomElement(using: &generator) ?? "1"
    }
}
