import Foundation
import Testing
import YAMLBridge

/// `position(ofTextOffset:)` in every style of scalar.
@Suite struct TextPositionTests {
    private func value(_ yaml: String, path: String = "test.yaml") throws -> Node {
        try #require(try read(yaml, path: path).root?["a"])
    }

    @Test func plainOverSeveralLines() throws {
        let node = try value("a: one two\n   three\n\n   four\n")
        #expect(node.text == "one two three\nfour")
        #expect(try node.position(of: "two") == at(1, 8))
        #expect(try node.position(of: "three") == at(2, 4))
        #expect(try node.position(of: "four") == at(4, 4))
        #expect(node.position(ofTextOffset: 7) == at(1, 11))
    }

    @Test func singleQuotedWithDoubledQuotes() throws {
        let node = try value("a: 'it''s ${X}\n  and  \n\n  more ''Y'' '\n")
        #expect(node.text == "it's ${X} and\nmore 'Y' ")
        #expect(try node.position(of: "${X}") == at(1, 11))
        #expect(try node.position(of: "and") == at(2, 3))
        #expect(try node.position(of: "Y") == at(4, 10))
    }

    @Test func doubleQuotedWithEscapesAndFolds() throws {
        let node = try value("a: \"tab\\t${X} \\u00e9\\x41\\U0001F600 Y\n  Z \\\n   \\ W\\\n\n  V\"\n")
        #expect(node.text == "tab\t${X} \u{e9}A\u{1F600} Y Z  W\nV")
        #expect(try node.position(of: "${X}") == at(1, 10))
        #expect(try node.position(of: "\u{e9}") == at(1, 15))
        #expect(try node.position(of: "A") == at(1, 21))
        #expect(try node.position(of: "Y") == at(1, 36))
        #expect(try node.position(of: "Z") == at(2, 3))
        #expect(try node.position(of: "W") == at(3, 6))
        #expect(try node.position(of: "V") == at(5, 3))
    }

    @Test func literalWithDeeperLinesAndTag() throws {
        let node = try value("a: !Sub |-\n\n    first\n      ${X}\n\n    last\n")
        #expect(node.text == "\nfirst\n  ${X}\n\nlast")
        #expect(try node.position(of: "first") == at(3, 5))
        #expect(try node.position(of: "${X}") == at(4, 7))
        #expect(try node.position(of: "last") == at(6, 5))
    }

    @Test func literalWithIndentationIndicator() throws {
        let node = try value("a: |2+ # comment\n     deep\n   x\n\n")
        #expect(node.text == "   deep\n x\n\n")
        #expect(try node.position(of: "deep") == at(2, 6))
        #expect(try node.position(of: "x") == at(3, 4))
    }

    @Test func foldedWithParagraphsAndDeeperLines() throws {
        let node = try value("a: >\n  one\n  two\n\n  three\n    code ${X}\n  four\n")
        #expect(node.text == "one two\n\nthree\n  code ${X}\nfour\n".replacingOccurrences(of: "two\n\nthree", with: "two\nthree"))
        #expect(try node.position(of: "two") == at(3, 3))
        #expect(try node.position(of: "three") == at(5, 3))
        #expect(try node.position(of: "${X}") == at(6, 10))
        #expect(try node.position(of: "four") == at(7, 3))
    }

    @Test func jsonStringWithSurrogates() throws {
        let node = try value(#"{"a": "x\ud83d\ude00y\n\"z"}"#, path: "a.json")
        #expect(node.text == "x\u{1F600}y\n\"z")
        #expect(try node.position(of: "y") == at(1, 21))
        #expect(try node.position(of: "z") == at(1, 26))
    }

    @Test func jsonStringsAreNotFolded() throws {
        let node = try value("{\"a\": \"x  \u{85}  y\u{2028}\\\"z\"}", path: "a.json")
        #expect(node.text == "x  \u{85}  y\u{2028}\"z")
        #expect(try node.position(of: "y") == at(1, 14))
        #expect(try node.position(of: "z") == at(1, 18))
    }

    @Test func lineBreaksOfYAML11Count() throws {
        let node = try value("a: |\u{85}  x\u{2028}   y\r  z\r\n")
        #expect(node.text == "x\u{2028} y\nz\n")
        #expect(node.sourceOffset(ofTextOffset: 0) == 8)
        #expect(node.sourceOffset(ofTextOffset: 5) == 15)
        #expect(node.sourceOffset(ofTextOffset: 7) == 19)
    }

    @Test func longTextsOfBlanksTakeNoTime() throws {
        let node = try value("a: |+\n" + String(repeating: " ", count: 1_000_000) + "\nb: 1\n")
        #expect(node.text == "\n")
        #expect(node.sourceOffset(ofTextOffset: 0) == 1_000_006)
    }

    @Test func spanOfAPartCoversItsEscapes() throws {
        let node = try value(#"{"a": "ab\u00e9c"}"#, path: "a.json")
        #expect(node.span(ofText: 2..<4) == SourceSpan(start: at(1, 10), end: at(1, 16)))
        #expect(node.span(ofText: 0..<2) == SourceSpan(start: at(1, 8), end: at(1, 10)))
    }
}
