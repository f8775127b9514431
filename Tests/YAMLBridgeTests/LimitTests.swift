import Testing
@testable import YAMLBridge

/// The bounds of docs/limits.md, each on its last good and its first bad text, and how long a hostile text takes.
@Suite(.serialized) struct LimitTests {
    /// Generous for a build without optimisation on a busy machine; what is guarded against takes minutes.
    private func expectPrompt<Result>(
        within bound: Duration = .seconds(5), _ location: SourceLocation = #_sourceLocation,
        _ work: () throws -> Result
    ) rethrows -> Result {
        let start = ContinuousClock.now
        let result = try work()
        #expect(ContinuousClock.now - start < bound, sourceLocation: location)
        return result
    }

    // MARK: Size

    @Test(arguments: ["a.yaml", "a.json"])
    func sizeEndsAtTheBound(path: String) throws {
        _ = try read("[12345]", path: path, limits: ParseLimits(bytes: 7))
        let error = try refusal(of: "[123456]", path: path, limits: ParseLimits(bytes: 7))
        #expect(error.code == .limit && error.message.contains("8 bytes, more than the 7"))
    }

    @Test func moreThan256MebibytesAreRefusedUnread() throws {
        // Never touched: a reader that looked at them would need the memory.
        let bytes = [UInt8](unsafeUninitializedCapacity: 256 << 20 + 1) { $1 = $0.count }
        let error = try expectPrompt { try refusal(ofBytes: bytes) }
        #expect(error.code == .limit && error.message.contains("268435457 bytes, more than the 268435456"))
    }

    @Test(arguments: [
        ("a.yaml", "a: x", ""), ("a.yaml", "a: \"é", "\""), ("a.json", "{\"a\": \"", "\"}"),
    ])
    func lineOf50MegabytesIsRead(path: String, start: String, end: String) throws {
        let length = 50_000_000
        let bytes = Array(start.utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: length) + Array(end.utf8)
        let document = try expectPrompt(within: .seconds(60)) { try Document.parse(bytes, path: path) }
        let value = try #require(document.root?["a"])
        #expect(value.byteRange.count >= length)
        let place = expectPrompt { document.position(ofByte: bytes.count) }
        #expect(place == at(1, (start + end).unicodeScalars.count + length + 1))
    }

    // MARK: Depth

    @Test(arguments: [("[", "]", "a.json"), ("[", "]", "a.yaml"), ("{\"a\":", "}", "a.json"), ("{a: ", "}", "a.yaml")])
    func depthEndsAt512(opening: String, closing: String, path: String) throws {
        func nested(_ depth: Int) -> String {
            let core = opening == "[" ? "" : "1"
            return String(repeating: opening, count: depth) + core + String(repeating: closing, count: depth)
        }
        _ = try read(nested(512), path: path)
        let error = try refusal(of: nested(513), path: path)
        #expect(error.code == .limit && error.message.contains("512"))
        #expect(error.span.start == at(1, 512 * opening.utf8.count + 1))
    }

    @Test(arguments: ["[", "{\"a\":"])
    func hundredThousandLevelsOfJSONAreRefusedAtOnce(opening: String) throws {
        let text = String(repeating: opening, count: 100_000)
        for path in ["a.json", "a.template"] {
            #expect(try expectPrompt { try refusal(of: text, path: path) }.code == .limit)
        }
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "[\n", "{a: \n", "!t [", "&a ["])
    func hundredThousandLevelsOfYAMLAreRefusedAtOnce(opening: String) throws {
        let text = String(repeating: opening, count: 100_000)
        #expect(try expectPrompt { try refusal(of: text) }.code == .limit)
    }

    @Test func twoThousandLevelsByIndentationAreRefusedAtOnce() throws {
        let lines = (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }
        #expect(try expectPrompt { try refusal(of: lines.joined()) }.code == .limit)
    }

    // MARK: Expansion

    @Test func expansionEndsAtTheBound() throws {
        let text = "- &a [x, x]\n- *a\n- *a\n"
        _ = try read(text, limits: ParseLimits(aliasedNodes: 6))
        let error = try refusal(of: text, limits: ParseLimits(aliasedNodes: 5))
        #expect(error.code == .limit && error.span == SourceSpan(start: at(3, 3), end: at(3, 5)))
    }

    @Test(arguments: ["[", "{"])
    func billionLaughsAreRefusedAtOnce(bracket: String) throws {
        var text = "a0: &a0 lol\n"
        for level in 1...10 {
            let uses = (0..<10).map { bracket == "[" ? "*a\(level - 1)" : "k\($0): *a\(level - 1)" }
            text += "a\(level): &a\(level) \(bracket)\(uses.joined(separator: ", "))\(bracket == "[" ? "]" : "}")\n"
        }
        let error = try expectPrompt(within: .seconds(1)) { try refusal(of: text) }
        #expect(error.code == .limit && error.message.contains("250000 nodes"))
    }

    @Test func manyAliasesOfScalarsAreRead() throws {
        let text = "- &a x\n" + String(repeating: "- *a\n", count: 250_000)
        #expect(try Document.parse(Array(text.utf8), path: "a.yaml").root?.count == 250_001)
        #expect(try refusal(of: text + "- *a\n").code == .limit)
    }

    // MARK: Stray bytes

    @Test(arguments: [UInt8(0x80), 0xBF, 0xC0, 0xC1, 0xC2, 0xED, 0xF5, 0xFE, 0xFF])
    func strayByteIsReplacedAndPlaced(byte: UInt8) throws {
        for (path, quote) in [("a.yaml", ""), ("a.yaml", "\""), ("a.json", "\"")] {
            let start = path == "a.json" ? "{\"k\": \(quote)x" : "k: \(quote)x"
            let bytes = Array(start.utf8) + [byte] + Array("y\(quote)".utf8) + (path == "a.json" ? Array("}".utf8) : [])
            let document = try Document.parse(bytes, path: path)
            #expect(document.root?["k"]?.text == "x\u{FFFD}y")
            let warning = try #require(document.warnings.first)
            #expect(warning.code == .encoding && warning.span.start == at(1, start.utf8.count + 1))
        }
    }

    @Test(arguments: Array(UInt8(0)..<0x20) + [0x7F])
    func controlCharacterIsRefusedAndPlaced(byte: UInt8) throws {
        guard ![0x09, 0x0A, 0x0D].contains(byte) else { return }
        let yaml = try refusal(ofBytes: Array("k: x".utf8) + [byte] + Array("y\n".utf8))
        #expect(yaml.code == .encoding && yaml.span.start == at(1, 5))
        guard byte < 0x20 else { return }
        let json = try refusal(ofBytes: Array("[\"x".utf8) + [byte] + Array("y\"]".utf8), path: "a.json")
        #expect(json.code == .syntax && json.span.start == at(1, 4))
    }

    // MARK: Other

    @Test func directivesAndTagsEndAtTheirBounds() throws {
        func directives(_ count: Int) -> String {
            (0..<count).map { "%TAG !t\($0)! x\n" }.joined() + "--- a\n"
        }
        _ = try read(directives(64))
        #expect(try refusal(of: directives(65)).code == .limit)
        func tags(_ count: Int) -> String { (0..<count).map { "- !t\($0) x\n" }.joined() }
        _ = try Document.parse(Array(tags(65_535).utf8), path: "a.yaml")
        let error = try refusal(of: tags(65_536))
        #expect(error.code == .limit && error.span.start.line == 65_536)
    }

    @Test func tagEndsAt1024Bytes() throws {
        let document = try read("!" + String(repeating: "t", count: 1_023) + " x")
        #expect(document.root?.tag?.utf8.count == 1_024)
        let error = try refusal(of: "- x\n- !" + String(repeating: "t", count: 1_024) + " x")
        #expect(error.code == .limit && error.span.start == at(2, 3) && error.message.contains("1025 bytes"))
    }

    /// A `%TAG` line makes long tags of short ones, each as long as the line.
    @Test func tagsTogetherEndAtAMebibyte() throws {
        func tags(_ count: Int) -> String {
            "%TAG !e! " + String(repeating: "p", count: 1_020) + "\n---\n"
                + (0..<count).map { "- !e!\(100 + $0) x\n" }.joined()
        }
        // 1,023 bytes each.
        _ = try Document.parse(Array(tags(1_025 - 1).utf8), path: "a.yaml")
        let error = try refusal(of: tags(1_025 + 1))
        #expect(error.code == .limit && error.message.contains("1048576 bytes"))
    }

    @Test func differentAnchorsEndAt65535() throws {
        func anchors(_ count: Int) -> String { (0..<count).map { "- &a\($0) x\n" }.joined() + "- &a0 y\n- *a0\n- *a7\n" }
        let document = try Document.parse(Array(anchors(65_535).utf8), path: "a.yaml")
        #expect(document.root?.elements.suffix(2).map(\.text) == ["y", "x"])
        let error = try refusal(of: anchors(65_536))
        #expect(error.code == .limit && error.span.start == at(65_536, 3))
    }

    // MARK: Density

    @Test func nodesEndAtOneForEachByte() throws {
        let document = try Document.parse(Array(("{" + String(repeating: "a,", count: 50_000) + "}").utf8), path: "a.yaml")
        #expect(document.root?.count == 50_000)
        // Three words for two bytes: the tag, the key, the value that is not there.
        let text = "{" + String(repeating: "!,", count: 50_000) + "}"
        let error = try refusal(of: text)
        #expect(error.code == .limit && error.message.contains("than the whole text has bytes"))
        #expect(error.span.start.column > 60_000)
    }

    @Test func whatCannotBeNumberedIsRefusedAndPlaced() throws {
        var limits = ParseLimits()
        limits.capacity.details = 2
        _ = try read("['a''', 'b''', c]", limits: limits)
        #expect(try refusal(of: "['a''', 'b''',\n 'c''']", limits: limits).span.start == at(2, 2))
        let long = "[" + String(repeating: "[0, 1],", count: 800) + "]"
        _ = try read("[\(long), \(long)]".replacing("0, 1", with: "0"), path: "a.yaml", limits: ParseLimits())
        let error = try refusal(of: "- \(long)\n- \(long)\n- \(long)\n", limits: limits)
        #expect(error.code == .limit && error.span.start == at(3, 3))
        limits = ParseLimits()
        limits.capacity.decodedBytes = 4
        _ = try read("[\"a\\n\", \"b\\n\"]", path: "a.json", limits: limits)
        #expect(try refusal(of: "[\"a\\n\", \"bc\\n\"]", path: "a.json", limits: limits).span.start == at(1, 9))
        limits.capacity.bytes = 7
        #expect(try refusal(of: "[123456]", limits: limits).message.contains("more than the 7"))
    }
}
