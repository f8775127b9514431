import Testing
import Text

@Suite struct JSONEscapeTests {
    @Test(arguments: [
        ("plain é 😀", "plain é 😀"), ("\"a\\b\"", "\\\"a\\\\b\\\""), ("\n\r\t", "\\n\\r\\t"), ("\u{0}\u{1F}", "\\u0000\\u001f"),
        ("\u{7F}", "\u{7F}"),
    ])
    func usual(text: String, written: String) {
        #expect(JSONEscape.escaped(text) == written)
    }

    @Test func writersThatWriteOutMore() {
        let written = JSONEscape.escaped("<é>\n") { $0 == "<" || $0 == "\n" ? JSONEscape.codeUnits(of: $0) : nil }
        #expect(written == "\\u003cé>\\u000a")
        #expect(JSONEscape.codeUnits(of: "😀") == "\\ud83d\\ude00")
    }

    @Test(arguments: [(7, 2, "07"), (1234, 2, "1234"), (-3, 3, "0-3"), (0, 0, "0")])
    func padded(number: Int, width: Int, text: String) {
        #expect(number.padded(to: width) == text)
    }
}
