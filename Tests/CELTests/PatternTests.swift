import CEL
import Testing

/// `matches` reads RE2's syntax and never takes more than linear time.
@Suite struct PatternTests {
    @Test(arguments: [
        ("abc", "b", true), ("abc", "^b", false), ("abc", "^abc$", true), ("abc", "c$", true), ("", "", true),
        ("grey", "gr(a|e)y", true), ("groy", "gr(a|e)y", false), ("banana", "^ba(na)*$", true), ("aaa", "^a{2}$", false),
        ("aaa", "^a{2,3}$", true), ("aaaa", "^a{2,3}$", false), ("aaaa", "^a{2,}$", true), ("a{x}", "a{x}", true),
        ("a1_", #"^\w+$"#, true), ("a-1", #"^\w+$"#, false), ("12", #"^\d\d$"#, true), ("x y", #"\s"#, true),
        ("a.b", #"a\.b"#, true), ("axb", #"a\.b"#, false), ("x", "[^a-c]", true), ("b", "[^a-c]", false),
        ("]", "[]]", true), ("-", "[a-]", true), ("F", "[[:xdigit:]]", true), ("g", "[[:^xdigit:]]", true),
        ("ABC", "(?i)^abc$", true), ("ABC", "^abc$", false), ("ÄÖ", "(?i)^äö$", true), ("aB", "a(?i:b)", true),
        ("a\nb", "^b", false), ("a\nb", "(?m)^b$", true), ("a\nb", "a.b", false), ("a\nb", "(?s)a.b", true),
        ("foo bar", #"\bbar\b"#, true), ("foobar", #"\bbar\b"#, false), ("😀", #"^\x{1F600}$"#, true),
        ("arn:aws:sqs:eu-west-1:012345678901:jobs", #"^arn:aws[a-z-]*:sqs:[a-z0-9-]+:\d{12}:\S+$"#, true),
        ("ab", "a??b", true), ("ac", "(ab|a)(c|bcd)$", true), ("x", "()*x", true), ("ab", "|b$", true),
    ])
    func matches(_ text: String, _ pattern: String, _ expected: Bool) throws {
        #expect(
            try evaluate("text.matches(raw)", ["text": .string(text), "raw": .string(pattern)]).description
                == "\(expected)")
        #expect(try evaluate("matches(text, r'''\(pattern)''')", ["text": .string(text)]).description == "\(expected)")
    }

    @Test(arguments: [
        ("(", "the pattern lacks a ')'"), (")", "the pattern has a ')' too many"), ("[a", "the pattern lacks a ']'"),
        ("*a", "'*' in the pattern has nothing to repeat"),
        ("a**", "a repetition in the pattern is repeated itself; use a group"),
        ("(?=a)", "'(?=' in the pattern is not supported"), (#"\1"#, #"'\1' in the pattern is not supported"#),
        (#"\p{Greek}"#, #"the class '\p{Greek}' of the pattern is not supported"#),
        ("[z-a]", "a range in the pattern's brackets goes backwards"),
        ("a{2000}", "a repetition in the pattern is not between 0 and 1000"), ("((a{99}){99}){99}", "the pattern is too large"),
        ("((){999}){999}", "the pattern is too large"), (String(repeating: "(", count: 200), "the pattern nests too deeply"),
    ])
    func faultsAreReportedWhenTheRuleIsLoaded(_ pattern: String, _ message: String) throws {
        let found = try diagnostics("text.matches(r'''\(pattern)''')")
        #expect(found.map(\.code) == ["bad-pattern"])
        #expect(found.map(\.message) == [message])
        #expect(failure("text.matches(raw)", ["text": .string("x"), "raw": .string(pattern)])?.message == message)
    }

    @Test func patternsThatMakeOthersBacktrackTakeLinearTime() throws {
        let text = String(repeating: "a", count: 5000) + "b"
        #expect(try evaluate("text.matches('^(a+)+$')", ["text": .string(text)]).description == "false")
        #expect(try evaluate("text.matches('^(a|a)*$')", ["text": .string(text)]).description == "false")
    }

    @Test func unknownTextLeavesTheAnswerOpen() throws {
        #expect(try text("text.matches('a')", ["text": unknown("name")]) == "<unknown: name>")
    }

    @Test func workIsCharged() {
        let text: Value = .string(String(repeating: "a", count: 100_000))
        #expect(failure("text.matches('(a?){500}b')", ["text": text])?.kind == .budgetExceeded)
    }
}
