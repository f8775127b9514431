import Testing
import Text

@Suite struct Base64Tests {
    /// The test vectors of RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func vectors(text: String, encoded: String) {
        #expect(Base64.encoded(Array(text.utf8)) == encoded)
        #expect(Base64.decoded(encoded.utf8) == Array(text.utf8))
        #expect(Base64.decodedText(encoded) == text)
        #expect(Base64.decodedText(encoded.filter { $0 != "=" }) == text)
    }

    @Test func everyByteComesBack() {
        let bytes = (0...255).map { UInt8($0) }
        #expect(Base64.decoded(Base64.encoded(bytes).utf8) == bytes)
    }

    @Test(arguments: ["Zg", "Zg=", "Zg===", "Z=g=", "Zm9v Yg==", "Zm9v-_==", "é"])
    func refusesWhatIsNotPadded(text: String) {
        #expect(Base64.decoded(text.utf8) == nil)
    }

    @Test func linesAndBlanks() {
        #expect(Base64.decoded("Zm9v\r\nYmFy\n".utf8) == Array("foobar".utf8))
        #expect(Base64.decodedText("Zm9v Ym\n Fy") == "foobar")
        #expect(Base64.decodedText("Zg==Zg==") == nil)
        #expect(Base64.decodedText("/w==") == nil, "no text of UTF-8")
    }
}
