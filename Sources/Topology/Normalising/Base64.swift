/// Decodes text from base64 (RFC 4648, section 4), as user data is written.
enum Base64 {
    /// The text; `nil` for what is no base64 or no UTF-8. White space between the characters is skipped.
    static func text(_ encoded: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(encoded.utf8.count / 4 * 3)
        var buffer: UInt32 = 0
        var bitCount = 0
        var isPadded = false
        for character in encoded.utf8 {
            if character == UInt8(ascii: "=") {
                isPadded = true
                continue
            }
            if character == UInt8(ascii: "\n") || character == UInt8(ascii: "\r") || character == UInt8(ascii: " ") { continue }
            guard !isPadded, let digit = digit(character) else { return nil }
            buffer = buffer << 6 | digit
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bitCount)))
                buffer &= 1 << UInt32(bitCount) - 1
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
