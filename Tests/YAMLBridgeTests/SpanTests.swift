import Testing
import YAMLBridge

@Suite struct SpanTests {
    @Test func blockMappingEndsBehindItsLastValue() throws {
        let document = try read("a:\n  b: 1\n  c: two\n\n\n# end\nd: 3\n")
        let inner = try #require(document.root?["a"])
        #expect(inner.source == "b: 1\n  c: two")
        #expect(inner.span == SourceSpan(start: at(2, 3), end: at(3, 9)))
        #expect(document.root?.source == "a:\n  b: 1\n  c: two\n\n\n# end\nd: 3")
    }

    @Test func blockScalarEndsBeforeTrailingBlankLines() throws {
        let document = try read("a: |\n  one\n  two\n\n\nb: >-\n  x\n\n  y  \n \n")
        #expect(document.root?["a"]?.source == "|\n  one\n  two")
        #expect(document.root?["a"]?.text == "one\ntwo\n")
        #expect(document.root?["b"]?.source == ">-\n  x\n\n  y  ")
        #expect(document.root?["b"]?.style == .folded)
    }

    @Test func taggedNodeStartsAtItsTagAndAnchorIsLeftOut() throws {
        let document = try read("a: !Sub 'x ${Y}'\nb: &n !GetAtt\n  - Queue\n  - Arn\nc: !Ref &m Z\nd: &e\n  f: 1\n")
        let root = try #require(document.root)
        #expect(root["a"]?.source == "!Sub 'x ${Y}'")
        #expect(root["a"]?.tag == "!Sub")
        #expect(root["b"]?.source == "!GetAtt\n  - Queue\n  - Arn")
        #expect(root["b"]?.tag == "!GetAtt")
        #expect(root["c"]?.source == "!Ref &m Z")
        #expect(root["c"]?.text == "Z")
        #expect(root["d"]?.source == "f: 1")
        #expect(root["d"]?.tag == nil)
    }

    @Test func flowCollectionsEndBehindTheirBracket() throws {
        let document = try read("a: [1, {b: 2 }, c: 3 ]\nd: { e: [ ] }  \n")
        let elements = try #require(document.root?["a"]?.elements)
        #expect(elements.map(\.source) == ["1", "{b: 2 }", "c: 3"])
        #expect(document.root?["a"]?.source == "[1, {b: 2 }, c: 3 ]")
        #expect(document.root?["d"]?.source == "{ e: [ ] }")
    }

    @Test func absentValueStandsBehindItsColon() throws {
        let document = try read("a:\nb:   # nothing\nc:\n  -\n  - x\n? d\n\n? e\n")
        let root = try #require(document.root)
        #expect(root["a"]?.isNull == true)
        #expect(root["a"]?.span == SourceSpan(start: at(1, 3), end: at(1, 3)))
        #expect(root["b"]?.span.start == at(2, 3))
        #expect(root["c"]?.elements.first?.span.start == at(4, 4))
        #expect(root["d"]?.span.start == at(6, 4))
        #expect(root["c"]?.source == "-\n  - x")
    }

    @Test func columnsCountCodePoints() throws {
        let document = try read("é: \"ü\u{1F600}\" # ß\nb: [ä, x]\n")
        #expect(document.root?["é"]?.span == SourceSpan(start: at(1, 4), end: at(1, 8)))
        #expect(document.root?["b"]?.elements.last?.span.start == at(2, 8))
        #expect(document.root?["é"]?.position(ofTextOffset: 2) == at(1, 6))
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func everyLineEndCounts(lineEnd: String) throws {
        let text = ["a: 1", "b: |", "  x", "  yz", "c: last"].joined(separator: lineEnd)
        let document = try read(text)
        #expect(document.root?["c"]?.span.start == at(5, 4))
        #expect(document.root?["b"]?.text == "x\nyz\n")
        #expect(document.root?["b"]?.position(ofTextOffset: 3) == at(4, 4))
        #expect(document.lineText(4) == "  yz")
        #expect(document.lineText(5) == "c: last")
        #expect(document.lineText(6) == "")
        #expect(document.lineText(0) == "")
    }

    @Test func placesInOneLongLineOfManyBytesAreExact() throws {
        let count = 40_000
        let text = "[" + Array(repeating: "\"é\"", count: count).joined(separator: ",") + "]"
        let elements = try #require(try Document.parse(Array(text.utf8), path: "a.json").root?.elements)
        #expect(elements.count == count)
        for index in [0, 1, 341, 1_000, count - 1] {
            #expect(elements[index].span.start == at(1, 2 + 4 * index))
        }
    }

    @Test func positionsOutsideAreMovedIntoTheText() throws {
        let document = try read("a: b\n")
        #expect(document.position(ofByte: -5) == at(1, 1))
        #expect(document.position(ofByte: 500) == at(2, 1))
        #expect(document.root?["a"]?.position(ofTextOffset: 99) == at(1, 5))
        #expect(document.root?["a"]?.position(ofTextOffset: -1) == at(1, 4))
    }

    /// A line of 3,000 characters of one to four bytes: several blocks of the table of lines.
    @Test func partsOfLinesAreCutAtCharacters() throws {
        let line = (0..<3_000).map { ["a", "é", "語", "😀"][$0 * 7 % 11 % 4] }.joined()
        let document = try read("x: 1\r\ny: \(line)\nz: ü\n")
        let scalars = Array("y: \(line)".unicodeScalars)
        #expect(document.lineCount == 4 && document.columnCount(ofLine: 2) == scalars.count)
        for start in stride(from: 0, to: scalars.count, by: 97) {
            let end = min(start + 110, scalars.count)
            #expect(Array(document.lineText(2, columns: start..<start + 110).unicodeScalars) == Array(scalars[start..<end]))
        }
        #expect(document.lineText(3, columns: 3..<9) == "ü" && document.lineText(3, columns: 4..<9) == "")
        #expect(document.lineText(1, columns: 0..<9) == "x: 1" && document.lineText(9, columns: 0..<9) == "")
    }

    @Test func unreadTextHasLines() {
        let document = Document.unread(Array("{\n [\r\n".utf8), path: "a")
        #expect(document.root == nil && document.lineCount == 3 && document.columnCount(ofLine: 3) == 0)
        #expect(document.lineText(2, columns: 0..<9) == " [")
    }
}
