import Testing
import YAMLBridge

/// Several keys are found in one walk.
@Suite struct KeySetTests {
    private let keys = KeySet(["mode", "type", "name"])

    private func found(_ text: String, path: String) throws -> [String] {
        let root = try #require(try read(text, path: path).root)
        var found: [String] = []
        root.forEachValue(of: keys) { found.append("\($0) \($1.text)") }
        return found
    }

    @Test(arguments: ["a.json", "a.yaml"])
    func wantedKeysComeInTheOrderOfTheText(path: String) throws {
        #expect(try found(#"{"type": "t", "more": {"mode": 1}, "Mode": 2, "": 3, "name": "n"}"#, path: path) == ["1 t", "2 n"])
        #expect(try found(#"{"type": "t", "type": "u"}"#, path: path) == ["1 t", "1 u"])
        #expect(try found("[1]", path: path) == [])
    }

    @Test func tagsAndAliasesAreSeenThrough() throws {
        #expect(try found("a: &x {b: c}\ntype: !t v\nname: *x\n", path: "a.yaml") == ["1 v", "2 "])
    }

    @Test func aTextIsMadeBehindAnother() throws {
        let root = try #require(try read(#"["ä", "", {}, "a\u00e4b"]"#, path: "a.json").root)
        #expect(root.elements.map { $0.text(behind: "ü.") } == ["ü.ä", "ü.", "ü.", "ü.aäb"])
        #expect(root.elements.map { $0.text(behind: "") } == ["ä", "", "", "aäb"])
    }
}
