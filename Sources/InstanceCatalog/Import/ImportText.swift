/// Names and cells of imported tables.
enum ImportText {
    /// Whether a text may be the name of a type, a region or a file: letters, digits, `.`, `-`, `_`; at most 64 bytes.
    static func isName(_ text: String) -> Bool {
        let isPlain = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || "._-".utf8.contains(byte)
        }
        return isPlain && (1...64).contains(text.utf8.count) && text.first != "."
    }

    /// `eu-west-1` of `eu-west-1a`; of a local zone such as `us-west-2-lax-1a` the region before it.
    static func region(ofZone zone: String) -> String? {
        let parts = zone.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 3, isName(zone) else { return nil }
        guard let number = parts.firstIndex(where: { $0.first?.isNumber == true }) else { return nil }
        let digits = parts[number].prefix { $0.isNumber }
        return (parts[..<number] + [digits]).joined(separator: "-")
    }

    /// A cell of a CSV without white space and quotes around it.
    static func cell(_ text: Substring) -> String {
        var text = text
        while text.first == " " || text.first == "\"" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\"" { text.removeLast() }
        return String(text)
    }
}

extension JSONStream {
    /// The first byte that is no white space and no byte order mark; it is not passed over.
    mutating func firstVisibleByte() throws -> UInt8? {
        while let byte = try peek() {
            guard [0x20, 0x0A, 0x0D, 0x09, 0xEF, 0xBB, 0xBF].contains(byte) else { return byte }
            skipByte()
        }
        return nil
    }

    /// The lines of a text that is no JSON, at most 8 MiB of it.
    mutating func lines() throws -> [Substring] {
        var bytes: [UInt8] = []
        while let byte = try peek() {
            bytes.append(byte)
            skipByte()
            guard bytes.count <= 8 << 20 else { throw failure("a CSV of rates is at most 8 MiB long") }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
}
