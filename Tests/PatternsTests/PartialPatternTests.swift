import Patterns
import Testing

@Suite("Patterns on texts of which parts are not known")
struct PartialPatternTests {
    private func answer(_ pattern: String, _ pieces: String...) throws -> Pattern.Answer {
        var steps = 100_000
        return try Pattern(pattern).isFound(inPieces: pieces, spending: &steps)
    }

    @Test("beginnings, ends and pieces decide", arguments: ["^pay-", "jobs-$", "^jobs$", "^x.*y$"])
    func refused(_ pattern: String) throws {
        #expect(try answer(pattern, "bad-", "-jobs") == .no)
    }

    @Test(arguments: ["^bad-", "-jobs$", "jobs", "^bad-.*-jobs$", "^bad", "^(bad|good)-.*", "a"])
    func matched(_ pattern: String) throws {
        #expect(try answer(pattern, "bad-", "-jobs") == .yes)
    }

    @Test(arguments: ["^bad-prod-jobs$", "[0-9]", "^bad-.+-jobs$", "prod", "^bad-[a-z]*-jobs$", "^bad-[0-9]", "\\bx", "d-.-"])
    func open(_ pattern: String) throws {
        #expect(try answer(pattern, "bad-", "-jobs") == .open)
    }

    @Test("an unknown part at an end may be empty")
    func ends() throws {
        #expect(try answer("^jobs$", "jobs", "") == .open)
        #expect(try answer("^jobs", "jobs", "") == .yes)
        #expect(try answer("s$", "jobs", "") == .open)
        #expect(try answer("^jobs.*$", "jobs", "") == .yes)
        #expect(try answer("-.", "pay-", "") == .open)
        #expect(try answer("^$", "", "") == .open)
        #expect(try answer("^$", "", "x") == .no)
        #expect(try answer("", "", "") == .yes)
        #expect(try answer("^a", "", "b", "") == .open)
    }

    @Test("what is said holds for every text that the unknown part may be")
    func agreesWithCompletions() throws {
        var steps = 10_000_000
        let fills = ["", "a", "b", "-", "ab", "ba", "a-b", "bb-"]
        let patterns = [
            "^a", "b$", "a.*b", "^a.*$", "a.b", "ab|ba", "^(a|b)*$", "\\ba", "b\\b", "a\\Bb", "^.$", "^..$", "(ab)+$", "-.+b",
            "[^a]$",
            "^[ab-]*$", "a{2}", "^a?b", ".*", "^.*a$",
        ]
        for pattern in patterns {
            for pieces in [["", ""], ["a", ""], ["", "b"], ["a", "b"], ["ab", "-"], ["a", "-", "b"], ["a", "", "b"]] {
                let compiled = try Pattern(pattern)
                let answer = compiled.isFound(inPieces: pieces, spending: &steps)
                for left in fills {
                    for right in fills {
                        var text = pieces[0]
                        for (index, piece) in pieces.dropFirst().enumerated() { text += (index == 0 ? left : right) + piece }
                        let isFound = compiled.isFound(in: text, spending: &steps)
                        if answer == .yes { #expect(isFound == true, "\(pattern) in \(text)") }
                        if answer == .no { #expect(isFound == false, "\(pattern) in \(text)") }
                    }
                }
            }
        }
    }
}
