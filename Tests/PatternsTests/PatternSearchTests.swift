import Testing

@testable import Patterns

/// Matches are those of Go's `regexp`; most of these are of its documentation, and Terraform's answers in `TemplatesTests` hold
/// the rest.
@Suite struct PatternSearchTests {
    /// The match and its groups, `-` for one that took no part.
    private func found(_ source: String, _ text: String) throws -> [String]? {
        var search = PatternSearch(try Pattern(source, isCapturing: true), in: text)
        var steps = 1_000_000
        guard case .match(let match) = search.firstMatch(from: 0, spending: &steps) else { return nil }
        return [search.text(match.range)] + match.groups.map { $0.map { search.text($0) } ?? "-" }
    }

    @Test(arguments: [
        ("a+", "baaac", ["aaa"]), ("a+?", "baaac", ["a"]), ("(?U)a+", "aaa", ["a"]), ("(?U)a+?", "aaa", ["aaa"]),
        ("(a|ab)(c|bcd)(d*)", "abcd", ["abcd", "a", "bcd", ""]), ("(a)|(b)", "b", ["b", "-", "b"]),
        ("(a*)*", "aa", ["aa", "aa"]), ("(|a)*", "aa", ["", ""]), ("(?:(a)|b)*", "ab", ["ab", "a"]),
        ("(a){3}", "aaa", ["aaa", "a"]),
        ("x{2,3}?", "xxxx", ["xx"]), (#"\Qa.b\E+"#, "a.bb", ["a.bb"]), (#"\pL+"#, "1é日", ["é日"]), (#"\P{Lu}+"#, "ABc1", ["c1"]),
        (#"[\p{Nd}_]+"#, "a1_2", ["1_2"]), (#"\101"#, "A", ["A"]), ("(?i)straſse", "STRASSE", ["STRASSE"]),
        ("a{,2}", "a{,2}", ["a{,2}"]), ("(?i:a)b", "Ab", ["Ab"]), ("$", "ab", [""]),
    ])
    func theMatchIsTheOneThatASearcherWhoGoesBackFinds(_ source: String, _ text: String, _ expected: [String]) throws {
        #expect(try found(source, text) == expected)
    }

    @Test func groupsHaveNames() throws {
        let pattern = try Pattern("(?P<year>\\d+)-(?<month>\\d+)(x)?", isCapturing: true)
        #expect(pattern.groupNames == ["year", "month", nil])
    }

    @Test(arguments: [
        "a**", "a{2}{3}", "(?P<n>a)(?P<n>b)", "(?P<>a)", "(?<=a)", "*", "{2}", "(?i", "(?-)", "[b-a]", #"\8"#, #"\C"#,
    ])
    func whatIsNoPatternIsRefused(_ source: String) {
        #expect { try Pattern(source) } throws: { ($0 as? Pattern.Fault)?.isOfLimits == false }
    }

    @Test(arguments: [#"\p{Greek}"#, "((a{99}){99}){99}", String(repeating: "a", count: 3_000)])
    func whatIsLeftOutIsToldApart(_ source: String) {
        #expect { try Pattern(source) } throws: { ($0 as? Pattern.Fault)?.isOfLimits == true }
    }

    @Test(arguments: [
        ("a*", "baac", "x", "xbxcx"), ("(.)(.)", "abcd", "$2$1", "badc"), ("(a)(b)", "ab", "$1x$2", "b"),
        ("(a)(b)", "ab", "${1}x$$${2}$", "ax$b$"), ("(?P<k>a)", "a", "<${k}${none}>", "<a>"), ("b", "abc", "${", "a${c"),
        ("", "ab", "-", "-a-b-"), ("x", "abc", "y", "abc"), ("(a)", "a", "$01", ""),
    ])
    func matchesAreReplaced(_ source: String, _ text: String, _ template: String, _ expected: String) throws {
        var steps = 100_000
        let pattern = try Pattern(source, isCapturing: true)
        #expect(pattern.replacing(in: text, with: template, limit: 1_000, spending: &steps) == expected)
    }

    @Test func allMatchesAreFound() throws {
        var search = PatternSearch(try Pattern("a*", isCapturing: true), in: "baac")
        var steps = 10_000
        let matches = try #require(Pattern.matches(&search, spending: &steps))
        #expect(matches.map(\.range) == [0..<0, 1..<3, 4..<4])
    }

    @Test func workIsCountedAndBounded() throws {
        let pattern = try Pattern("(a?){500}(a?){500}b", isCapturing: true)
        var steps = 50_000
        var search = PatternSearch(pattern, in: String(repeating: "a", count: 100_000))
        guard case .exhausted = search.firstMatch(from: 0, spending: &steps) else {
            Issue.record("the search went on")
            return
        }
        var more = 50_000
        #expect(pattern.replacing(in: String(repeating: "a", count: 10_000), with: "x", limit: 10, spending: &more) == nil)
    }
}
