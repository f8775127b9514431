/// How much of a rule file is read.
package enum RuleSections: Sendable {
    /// What a lint needs; documentation and tests are passed over.
    case evaluation
    /// The whole file, for documentation and tests.
    case everything

    /// The text with the top-level sections that this reading passes over blanked out.
    ///
    /// Lines keep their numbers. A line of a block that belongs to a section is indented or empty, so a section ends at
    /// the next line that starts with anything else.
    func keeping(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        guard self == .evaluation else { return Array(bytes) }
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        var isSkipping = false
        var start = 0
        while start < bytes.count {
            let end = bytes.lineEnd(from: start)
            if Self.startsSection(bytes[start]) { isSkipping = Self.isPassedOver(bytes[start..<end]) }
            if !isSkipping { kept.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[start..<end])) }
            if end < bytes.count { kept.append(UInt8(ascii: "\n")) }
            start = end + 1
        }
        return kept
    }

    private static func startsSection(_ byte: UInt8) -> Bool {
        byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\r") && byte != UInt8(ascii: "\n")
    }

    private static func isPassedOver(_ line: Slice<UnsafeRawBufferPointer>) -> Bool {
        line.starts(with: "docs:".utf8) || line.starts(with: "tests:".utf8)
    }
}
