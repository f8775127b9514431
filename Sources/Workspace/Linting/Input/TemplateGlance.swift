/// A look at a file's bytes that tells most files which are no template without parsing them: a hook is given every YAML and
/// JSON file of a commit, and nearly all of them are something else.
///
/// It is sound and no more than that: a text that the full reader would take for a template, or for a broken one, is never
/// passed over; a text that merely holds one of the words is read in full and judged then.
struct TemplateGlance {
    /// One of these stands in every template: `CloudFormationTemplate` wants one of the first two as a key, `TerraformDocument`
    /// one of the others (`planned_values`; `resource_changes` with some version; a state's versions or its lineage). A text
    /// that cannot be parsed claims to be a template by the same words, see `ParsedSource.claimsToBeTemplate`.
    static let words = [
        "AWSTemplateFormatVersion", "Resources", "planned_values", "format_version", "terraform_version", "lineage",
    ]
    /// Files whose name says enough.
    private static let tellingExtensions = [".tf", ".tofu", ".tf.json", ".tofu.json", ".tfstate"]

    private static let search = WordSearch(words)

    /// False for a file that is certainly no template.
    static func mayBeTemplate(_ bytes: [UInt8], path: String) -> Bool {
        if tellingExtensions.contains(where: path.hasSuffix) { return true }
        return bytes.withUnsafeBufferPointer { bytes in
            isWide(bytes) || TerraformOutput.isRefused(bytes) || search.finds(in: bytes) || mayHideWord(bytes)
        }
    }

    /// Whether the text may be UTF-16, where the words look different: a mark, or a zero byte near the start.
    private static func isWide(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.prefix(4).contains { $0 == 0 || $0 >= 0xFE }
    }

    /// Whether a word may be written with escapes, as in JSON's `"\u0052esources"` and YAML's `"\x52esources"`, or go on
    /// behind a line's end that YAML's `\` takes away. Other escapes stand for no letter and no underscore of a word.
    private static func mayHideWord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var offset = 0
        while let next = backslash(in: bytes, from: offset), next + 1 < bytes.count {
            offset = next
            defer { offset += 1 }
            switch bytes[offset + 1] {
            case UInt8(ascii: "x"): if isLetterCode(bytes, at: offset + 2, zeros: 0) { return true }
            case UInt8(ascii: "u"): if isLetterCode(bytes, at: offset + 2, zeros: 2) { return true }
            case UInt8(ascii: "U"): if isLetterCode(bytes, at: offset + 2, zeros: 6) { return true }
            // A line end, or the beginning of one of Unicode's. A shell's lines that go on have a blank before the backslash.
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0xC2, 0xE2:
                if offset > 0, isWordByte(bytes[offset - 1]) { return true }
            default: break
            }
        }
        return false
    }

    /// The next backslash, looked for in eight bytes at once.
    private static func backslash(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let pattern = UInt64(UInt8(ascii: "\\")) &* 0x0101_0101_0101_0101
        let raw = UnsafeRawBufferPointer(bytes)
        var offset = start
        while offset + 8 <= bytes.count {
            // A byte that equals becomes 0, and the subtraction borrows into its high bit.
            let difference = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ pattern
            if (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0 { break }
            offset += 8
        }
        return bytes[offset...].firstIndex(of: UInt8(ascii: "\\"))
    }

    /// Whether zeros and then the first digit of an ASCII letter or the underscore stand there: 0x41 to 0x7A.
    private static func isLetterCode(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, zeros: Int) -> Bool {
        guard start + zeros < bytes.count else { return false }
        return bytes[start..<start + zeros].allSatisfy { $0 == UInt8(ascii: "0") }
            && (UInt8(ascii: "4")...UInt8(ascii: "7")).contains(bytes[start + zeros])
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
