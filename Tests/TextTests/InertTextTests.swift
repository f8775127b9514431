import Testing
import Text

@Suite("Names become no commands in a log")
struct InertTextTests {
    @Test(arguments: [
        ("::error::x", "\\u{3A}:error::x"), ("a\n  ::stop-commands::x", "a\n  \\u{3A}:stop-commands::x"),
        ("a ::b", "a ::b"), ("\u{3000}::x", "\u{3000}\\u{3A}:x"), ("x ##[add-mask]y", "x #\\u{23}[add-mask]y"),
        ("###[x]", "##\\u{23}[x]"), ("##VsO[task]", "#\\u{23}VsO[task]"), ("## Title", "## Title"), ("", ""), (":", ":"),
    ])
    func lines(text: String, inert: String) { #expect(InertText.lines(text) == inert) }

    @Test func commandsOfAReportStay() {
        #expect(InertText.lines("::error ::a ##[b]", holdsCommands: true) == "::error ::a #\\u{23}[b]")
    }

    @Test func eachFormHasItsOwnEscape() {
        #expect(InertText.json("##[a") == "#\\u0023[a")
        #expect(InertText.xml("::a ##vso[b") == "&#58;:a #&#35;vso[b")
    }
}
