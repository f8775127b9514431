/// Base 64 with the alphabet of RFC 4648, section 4.
package enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// With padding, on one line.
    package static func encoded(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count / 3 * 4 + 4)
        var index = 0
        while index < bytes.count {
            let group = bytes[index..<min(index + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for position in 0..<4 {
                let letter = alphabet[Int(bits >> UInt32(18 - 6 * position)) & 63]
                text.append(position <= group.count ? letter : UInt8(ascii: "="))
            }
            index += 3
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// `nil` for a text that is none; line ends in it are passed over.
    ///
    /// - Parameter isPadded: whether the text must be filled up with `=` to a multiple of four letters, as Go demands it
    ///   (https://pkg.go.dev/encoding/base64#StdEncoding); without it, blanks between the letters are passed over too.
    package static func decoded(_ text: some Sequence<UInt8>, isPadded: Bool = true) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        var letters = 0
        var padding = 0
        for letter in text {
            switch letter {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): continue
            case UInt8(ascii: " ") where !isPadded: continue
            case UInt8(ascii: "="): padding += 1
            default:
                guard padding == 0, let value = value(of: letter) else { return nil }
                letters += 1
                bits = (bits << 6 | value) & 0xFFFF
                count += 6
                if count >= 8 {
                    count -= 8
                    bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
                }
            }
        }
        guard !isPadded || padding <= 2 && (letters + padding).isMultiple(of: 4) else { return nil }
        return bytes
    }

    /// Text of UTF-8 that was encoded, padded or not; `nil` for anything else.
    package static func decodedText(_ text: String) -> String? {
        decoded(text.utf8, isPadded: false).flatMap { String(validating: $0, as: UTF8.self) }
    }

    private static func value(of letter: UInt8) -> UInt32? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(letter - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(letter - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(letter - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
