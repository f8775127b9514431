import Testing
import YAMLBridge

@Suite struct YAMLTrapTests {
    @Test(arguments: ["", "\n\n", "# only a comment\n", "\u{FEFF}", "   "])
    func emptyTextHasNoRoot(text: String) throws {
        let document = try read(text)
        #expect(document.root == nil)
        #expect(document.roots.isEmpty)
        #expect(document.warnings.isEmpty)
    }

    @Test func everyDocumentHasARoot() throws {
        let document = try read("a: &x 1\n---\nb: 2\n...\n---\n- c\n")
        #expect(document.roots.map(\.kind) == [.mapping, .mapping, .sequence])
        #expect(document.root?["a"]?.text == "1")
        #expect(try refusal(of: "a: &x 1\n---\nb: *x\n").code == .undefinedAlias)
    }

    @Test func duplicateKeysAreWarnedOfAndTheLastWins() throws {
        let document = try read("a: 1\nb: 2\n\"a\": 3\n")
        #expect(document.root?["a"]?.text == "3")
        #expect(document.root?.entries.map(\.key.text) == ["a", "b", "a"])
        let warning = try #require(document.warnings.first)
        #expect(document.warnings.count == 1)
        #expect(warning.code == .duplicateKey && warning.severity == .warning)
        #expect(warning.span == SourceSpan(start: at(3, 1), end: at(3, 4)))
        #expect(warning.related.map(\.span.start) == [at(1, 1)])
    }

    @Test func duplicatesInLargeMappingsAreFound() throws {
        let lines = (0..<100).map { "key\($0): \($0)" } + ["key7: again", "key50: again", "key7: last"]
        let document = try read(lines.joined(separator: "\n"))
        let root = try #require(document.root)
        #expect(document.warnings.map(\.span.start.line) == [101, 102, 103])
        #expect(document.warnings.map { $0.related.first?.span.start.line } == [8, 51, 101])
        #expect(root["key7"]?.text == "last")
        for number in 0..<100 where ![7, 50].contains(number) { #expect(root["key\(number)"]?.text == "\(number)") }
        #expect(root["key100"] == nil)
        #expect(root[""] == nil)
    }

    @Test func mergeKeysStayOrdinary() throws {
        let document = try read("base: &b {x: 1}\nuse:\n  <<: *b\n  <<: *b\n  y: 2\n")
        #expect(document.root?["use"]?["<<"]?["x"]?.text == "1")
        #expect(document.root?["use"]?["x"] == nil)
        #expect(document.warnings.isEmpty)
    }

    @Test func aliasesShareTheirAnchorsNode() throws {
        let document = try read("a: &x {k: v}\nb: *x\nc: [*x, end]\n")
        let root = try #require(document.root)
        #expect(root["b"]?["k"]?.text == "v")
        #expect(root["b"]?.span == root["a"]?.span)
        #expect(root["c"]?.source == "[*x, end]")
        let last = try read("a: &x 1\nb:\n  c: *x\n\n\n").root?["b"]
        #expect(last?.source == "c: *x")
    }

    @Test func aliasesThatMultiplyAreRefused() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 {
            let uses = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(uses)]\n"
        }
        let error = try refusal(of: text)
        #expect(error.code == .limit)
        #expect(error.span.start.line == 6)
        #expect(error.help?.contains("aliases") == true)
    }

    @Test func aliasesThatDeepenAreRefused() throws {
        var text = "- &a0 x\n"
        for level in 1...20 { text += "- &a\(level) [[*a\(level - 1)]]\n" }
        #expect(try refusal(of: text, limits: ParseLimits(depth: 30)).code == .limit)
        _ = try read(text, limits: ParseLimits(depth: 41))
    }

    @Test func cyclicAndUndefinedAliasesAreErrors() throws {
        let cyclic = try refusal(of: "a: &x\n  b:\n    - *x\n")
        #expect(cyclic.code == .cyclicAlias)
        #expect(cyclic.span == SourceSpan(start: at(3, 7), end: at(3, 9)))
        #expect(cyclic.related.map(\.span.start) == [at(1, 4)])
        let undefined = try refusal(of: "a: *nobody\n")
        #expect(undefined.code == .undefinedAlias)
        #expect(undefined.span == SourceSpan(start: at(1, 4), end: at(1, 11)))
        #expect(undefined.message.contains("nobody"))
    }

    @Test(arguments: ["[", "{a: ", "- ", "? "])
    func depthIsBounded(opening: String) throws {
        let error = try refusal(of: String(repeating: opening, count: 100_000))
        #expect(error.code == .limit)
        #expect(error.span.start.line == 1)
        let deep = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
        _ = try read(deep)
        #expect(try refusal(of: "[\(deep)]").code == .limit)
    }

    @Test func longTextsAreRefused() throws {
        #expect(try refusal(of: "abcdef", limits: ParseLimits(bytes: 5)).code == .limit)
        _ = try read("abcde", limits: ParseLimits(bytes: 5))
        #expect(try refusal(of: "[1, 2, 3]", limits: ParseLimits(expandedNodes: 3)).code == .limit)
        _ = try read("[1, 2, 3]", limits: ParseLimits(expandedNodes: 4))
    }

    @Test func manyDirectivesAreRefused() throws {
        let text = (0..<100_000).map { "%TAG !t\($0)! x" }.joined(separator: "\n") + "\n---\na\n"
        #expect(try refusal(of: text).code == .limit)
    }

    @Test func scalarsKeepTheirText() throws {
        let document = try read("- 012345678901\n- yes\n- 2010-09-09\n- ~\n- NULL\n- ''\n- 'null'\n- !!str null\n- !Ref\n-\n")
        let elements = try #require(document.root?.elements)
        #expect(elements.map(\.text) == ["012345678901", "yes", "2010-09-09", "~", "NULL", "", "null", "null", "", ""])
        #expect(elements.map(\.isNull) == [false, false, false, true, true, false, false, false, true, true])
        #expect(elements[7].tag == "tag:yaml.org,2002:str")
        #expect(elements[5].style == .singleQuoted)
    }

    @Test func scalarHasNoChildrenAndCollectionsHaveNoText() throws {
        let document = try read("a: [1, 2]\n")
        let root = try #require(document.root)
        #expect(root.text == "" && root.elements.isEmpty && root.count == 1)
        #expect(root["a"]?.entries.isEmpty == true && root["a"]?.count == 2)
        #expect(root["a"]?.elements.first?.count == 0)
        #expect(root["a"]?["1"] == nil)
    }

    @Test func distinctTagsAreKept() throws {
        let text = (0..<300).map { "- !t\($0) x" }.joined(separator: "\n")
        let elements = try #require(try read(text).root?.elements)
        #expect(elements.map(\.tag) == (0..<300).map { "!t\($0)" })
        #expect(try read("[!Ref, b]").root?.elements.map(\.tag) == ["!Ref", nil])
    }
}
