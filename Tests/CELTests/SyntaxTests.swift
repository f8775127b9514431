import CEL
import Testing

/// What the text may look like, and what is said about text that is none.
@Suite struct SyntaxTests {
    @Test(arguments: [
        ("1 +", "expected a value, found the end of the expression", 3..<3),
        ("(1", "expected ')', found the end of the expression", 2..<2),
        ("1 2", "expected an operator, found a number", 2..<3),
        ("'abc", "the text has no closing quote", 0..<4),
        ("'\\q'", "this escape sequence does not exist", 1..<3),
        ("a # b", "the character '#' has no meaning here", 2..<3),
        ("é", "the character 'é' has no meaning here", 0..<2),
        ("9223372036854775808", "the number does not fit in an int", 0..<19),
        ("99999999999999999999u", "the number does not fit in 64 bits", 0..<21),
        ("let", "'let' is a reserved word and cannot name a variable", 0..<3),
        ("[1, 2", "expected ']', found the end of the expression", 5..<5),
        ("a ? 1", "expected ':', found the end of the expression", 5..<5),
        ("", "expected a value, found the end of the expression", 0..<0),
        ("a.", "expected a field name, found the end of the expression", 2..<2),
        ("queue{name: 'x'}", "expected an operator, found '{'", 5..<6),
    ])
    func faultsAreLocated(_ source: String, _ message: String, _ range: Range<Int>) throws {
        let found = try diagnostics(source)
        #expect(found.map(\.message) == [message])
        #expect(found.map(\.range) == [range])
    }

    @Test(arguments: [
        ("1 + 2 * 3 - 4 % 3", "6"), ("-2 - -3", "1"), ("!true || true && !false", "true"),
        ("1 < 2 == true", "true"), ("true ? (false ? 1 : 2) : 3", "2"), ("2 in [1, 2] && !(3 in [1])", "true"),
        ("[1, 2, 3,].size()", "3"), ("1 // comment\n + 1", "2"), ("{'a': {'b': 7}}.a.b", "7"),
        ("'\\u00e9\\x41\\101'", "éAA"), ("r'\\n'", "\\n"), ("'''a'b'''", "a'b"), ("0x10 + 1", "17"),
        ("-9223372036854775808", "-9223372036854775808"), ("1e3 + .5", "1000.5"),
    ])
    func isRead(_ source: String, _ expected: String) throws {
        #expect(try text(source) == expected)
    }

    @Test func sourceIsLimited() throws {
        let long = "'" + String(repeating: "x", count: 4095) + "'"
        #expect(try diagnostics(long).map(\.code) == ["too-long"])
        #expect(try diagnostics("'" + String(repeating: "x", count: 4094) + "'") == [])
    }

    @Test(arguments: [
        ("(", "1", ")"), ("[", "1", "]"), ("-", " 1", ""), ("!", "true", ""), ("true ? 1 : ", "2", ""),
        ("", "1", " + 1"), ("", "raw", ".f"), ("", "raw", "[0]"), ("{1: ", "2", "}"), ("dyn(", "2", ")"),
        ("[1].map(x, ", "1", ")"), ("- ", "1", ""),
    ])
    func nestingIsLimited(_ open: String, _ middle: String, _ close: String) throws {
        func nested(_ count: Int) -> String {
            String(repeating: open, count: count) + middle + String(repeating: close, count: count)
        }
        #expect(try diagnostics(nested(300)).map(\.code) == ["too-deep"])
        #expect(try diagnostics(nested(200)) == [])
        _ = try? evaluate(nested(200), ["raw": .list([])])
    }

    @Test func longConditionsDoNotNest() throws {
        let source = Array(repeating: "a > 1", count: 400).joined(separator: " || ")
        #expect(try text(source, ["a": .int(1)]) == "false")
    }
}
