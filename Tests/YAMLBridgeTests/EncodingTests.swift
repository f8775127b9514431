import Testing
import YAMLBridge

@Suite struct EncodingTests {
    @Test func byteOrderMarkIsLeftOut() throws {
        let document = try read("\u{FEFF}a: 1\n")
        #expect(document.bytes.first == UInt8(ascii: "a"))
        #expect(document.root?.span.start == at(1, 1))
        #expect(try read("\u{FEFF}{\"a\": 1}", path: "a.json").root?["a"]?.text == "1")
    }

    @Test(arguments: [true, false], [true, false])
    func utf16IsTranscoded(bigEndian: Bool, hasMark: Bool) throws {
        let text = (hasMark ? "\u{FEFF}" : "") + "{\"a\": \"é\u{1F600}\", \"b\": 2}"
        let bytes = text.utf16.flatMap { unit in
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return bigEndian ? pair : pair.reversed()
        }
        let document = try Document.parse(bytes, path: "plan.json")
        checkSpans(of: document)
        #expect(document.root?["a"]?.text == "é\u{1F600}")
        #expect(document.root?["b"]?.span.start == at(1, 18))
        #expect(document.warnings.isEmpty)
    }

    @Test func halfOfAPairAndAnOddByteAreReplaced() throws {
        let document = try Document.parse([0xFF, 0xFE, 0x61, 0, 0x00, 0xD8, 0x62, 0, 0x63], path: "a.yaml")
        #expect(document.root?.text == "a\u{FFFD}b\u{FFFD}")
        #expect(document.warnings.map(\.code) == [.encoding, .encoding])
        #expect(document.warnings.map(\.span.start) == [at(1, 2), at(1, 4)])
    }

    @Test func strayBytesAreReplacedAndLocated() throws {
        let bytes = Array("a: caf".utf8) + [0xE9, 0x0A] + Array("b: ".utf8) + [0xF0, 0x9F, 0x98] + Array(" x\n".utf8)
        let document = try Document.parse(bytes, path: "latin1.yaml")
        checkSpans(of: document)
        #expect(document.root?["a"]?.text == "caf\u{FFFD}")
        #expect(document.root?["b"]?.text == "\u{FFFD} x")
        #expect(document.warnings.map(\.span.start) == [at(1, 7), at(2, 4)])
        #expect(document.warnings.allSatisfy { $0.code == .encoding && $0.severity == .warning })
    }

    @Test(
        arguments: [
            [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80], [0xFF], [0xF8, 0x88],
        ] as [[UInt8]])
    func replacementAgreesWithTheStandardLibrary(bad: [UInt8]) throws {
        let bytes = Array("a".utf8) + bad + Array("b".utf8)
        let document = try Document.parse(bytes, path: "a.yaml")
        #expect(document.root?.text == String(decoding: bytes, as: UTF8.self))
    }

    @Test func manyStrayBytesGiveFewWarnings() throws {
        let document = try Document.parse([0x61] + Array(repeating: 0xFF, count: 100_000), path: "a.yaml")
        #expect(document.warnings.count == 20)
        #expect(document.warnings.last?.message.contains("99980 more") == true)
    }

    @Test(arguments: ["\u{7}", "\u{0}", "\u{7F}", "\u{FFFE}"])
    func charactersThatYAMLDoesNotAllowAreLocated(character: String) throws {
        let error = try refusal(of: "é: 1\nb: x\(character)y\n")
        #expect(error.code == .encoding)
        #expect(error.span.start == at(2, 5))
        #expect(error.message.contains("U+"))
    }

    @Test func byteOrderMarkInsideIsNamed() throws {
        let error = try refusal(of: "a: 1\n\u{FEFF}b: 2\n")
        #expect(error.message.contains("byte order mark"))
        #expect(error.span.start == at(2, 1))
        let document = try read("---\n\u{FEFF}b: 2\n")
        #expect(document.warnings.map(\.code) == [.encoding])
        #expect(document.warnings.first?.span.start == at(2, 1))
    }
}
