/// Texts as they stand between the quotation marks of JSON (RFC 8259, section 7).
package enum JSONEscape {
    /// Whether the text is printable ASCII in which nothing is written out.
    package static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
        }
    }

    /// The text with quotation marks, backslashes and control characters written out.
    ///
    /// - Parameter special: how a writer that writes out more, or otherwise, does it; `nil` for what is written as usual.
    package static func escaped(_ text: String, special: (Unicode.Scalar) -> String? = { _ in nil }) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if let written = special(scalar) {
                result += written
                continue
            }
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0}"..."\u{1F}": result += codeUnits(of: scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The character as code units of UTF-16: `\u00e9`, `\ud83d\ude00`.
    package static func codeUnits(of scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.reduce(into: "") { $0 += "\\u" + Int($1).padded(to: 4, radix: 16) }
    }
}
