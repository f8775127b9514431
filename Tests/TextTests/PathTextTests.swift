import Testing
import Text

@Suite("Names of files that are no text")
struct PathTextTests {
    @Test(
        "every name comes back as the bytes that it was",
        arguments: [
            Array("plain.yaml".utf8), Array("é😀.yaml".utf8), [0x63, 0xE9, 0x2E], [0xFF, 0xFE], [0xC3], [0xE2, 0x82],
            [0xC0, 0xAF],
            [0xED, 0xA0, 0x80], [0xF4, 0x8F, 0xBB, 0xA9], [0xF4, 0x8F, 0xBA, 0x80, 0x41], [0xF4, 0x90, 0x80, 0x80],
        ] as [[UInt8]])
    func roundTrip(_ bytes: [UInt8]) {
        let text = PathText.text(of: bytes)
        #expect(PathText.bytes(of: text) == bytes)
        #expect(PathText.cString(text).dropLast().map { UInt8(bitPattern: $0) } == bytes)
    }

    @Test("names that differ stay different")
    func different() {
        let names: [[UInt8]] = [[0xE9], [0xEA], Array("\u{10FEE9}".utf8), Array("\u{FFFD}".utf8)]
        #expect(Set(names.map { PathText.text(of: $0) }).count == names.count)
    }
}
