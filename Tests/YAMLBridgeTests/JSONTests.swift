import Testing
import YAMLBridge

@Suite struct JSONTests {
    @Test func readsEveryKindOfValue() throws {
        let document = try read(
            "{\"s\": \"a\\n\", \"n\": -1.50e+99, \"big\": 123456789012345678901234567890, \"t\": true, \"z\": null, \"e\": {}, \"l\": [ ], \"q\": \"null\"}",
            path: "a.json")
        let root = try #require(document.root)
        #expect(root["s"]?.text == "a\n" && root["s"]?.style == .doubleQuoted)
        #expect(root["n"]?.text == "-1.50e+99" && root["n"]?.style == .plain)
        #expect(root["big"]?.text == "123456789012345678901234567890")
        #expect(root["t"]?.text == "true")
        #expect(root["z"]?.isNull == true && root["q"]?.isNull == false)
        #expect(root["e"]?.kind == .mapping && root["e"]?.source == "{}")
        #expect(root["l"]?.kind == .sequence && root["l"]?.source == "[ ]")
    }

    @Test func acceptsWhatLibyamlDoesNot() throws {
        let key = String(repeating: "k", count: 5_000)
        let document = try read("{\"\(key)\"\n : \"\\ud83d\\ude00\"}", path: "template")
        #expect(document.root?[key]?.text == "\u{1F600}")
    }

    @Test func duplicateKeysAreWarnedOf() throws {
        let document = try read("{\"a\": 1,\n \"\\u0061\": 2}", path: "a.json")
        #expect(document.root?["a"]?.text == "2")
        #expect(document.warnings.map(\.code) == [.duplicateKey])
        #expect(document.warnings.first?.span.start == at(2, 2))
        #expect(document.warnings.first?.related.first?.span.start == at(1, 2))
    }

    @Test func manyDuplicatesGiveABoundedList() throws {
        let text = "{" + Array(repeating: "\"a\":1", count: 5_000).joined(separator: ",") + "}"
        let document = try Document.parse(Array(text.utf8), path: "a.json")
        #expect(document.warnings.count == 1_001)
        #expect(document.warnings.last?.message.contains("3999 more") == true)
    }

    @Test func halfASurrogatePairIsReplaced() throws {
        let document = try read("[\"\\ud83dx\"]", path: "a.json")
        #expect(document.root?.elements.first?.text == "\u{FFFD}x")
        #expect(document.warnings.map(\.code) == [.encoding])
        #expect(document.warnings.first?.span == SourceSpan(start: at(1, 3), end: at(1, 9)))
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let text: String
        let place: SourcePosition
        let says: String
        var related: SourcePosition?
        var testDescription: String { text.debugDescription }
    }

    static let examples = [
        Example(text: "", place: at(1, 1), says: "the text is empty"),
        Example(text: "{\"a\": 1 \"b\": 2}", place: at(1, 9), says: "expected ',' or '}' after a member", related: at(1, 1)),
        Example(text: "{\n \"a\": [1 2]}", place: at(2, 10), says: "expected ',' or ']' after an element", related: at(2, 7)),
        Example(text: "{\"a\": 1,}", place: at(1, 8), says: "nothing behind it", related: at(1, 9)),
        Example(text: "[1,\n]", place: at(1, 3), says: "nothing behind it", related: at(2, 1)),
        Example(text: "{\"a\" 1}", place: at(1, 6), says: "expected ':' after a key", related: at(1, 1)),
        Example(text: "{a: 1}", place: at(1, 2), says: "expected a key in double quotes", related: at(1, 1)),
        Example(text: "{\"a\": }", place: at(1, 7), says: "expected a value, found `}`"),
        Example(text: "{\"a\": 1", place: at(1, 8), says: "found the end of the text", related: at(1, 1)),
        Example(text: "[\"a", place: at(1, 4), says: "ends inside a string", related: at(1, 2)),
        Example(text: "[1] 2", place: at(1, 5), says: "expected the end of the text"),
        Example(text: "// x\n[1]", place: at(1, 1), says: "no comments"),
        Example(text: "[1, /* x */ 2]", place: at(1, 5), says: "no comments"),
        Example(text: "[True]", place: at(1, 2), says: "found `True`"),
        Example(text: "[01]", place: at(1, 2), says: "leading zeros"),
        Example(text: "[1.]", place: at(1, 4), says: "a digit after the decimal point"),
        Example(text: "[\"a\nb\"]", place: at(1, 4), says: "a line break inside a text"),
        Example(text: "[\"\\x\"]", place: at(1, 3), says: "no escape `x`"),
        Example(text: "[\"\\u12G4\"]", place: at(1, 3), says: "four hexadecimal digits"),
    ]

    @Test(arguments: examples)
    func saysWhatIsWrongWhere(example: Example) throws {
        let error = try refusal(of: example.text, path: "a.json")
        #expect(error.code == .syntax)
        #expect(error.message.contains(example.says), "\(error.message)")
        #expect(error.span.start == example.place)
        #expect(error.related.first?.span.start == example.related)
    }

    @Test func templatedJSONIsNamed() throws {
        let error = try refusal(of: "{\n \"a\": {{ count }},\n \"b\": 2}", path: "a.json")
        #expect(error.code == .templatedFile)
        #expect(error.span.start == at(2, 7))
    }
}
