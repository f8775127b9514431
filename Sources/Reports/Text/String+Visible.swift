import Text
import Workspace

extension String {
    /// The text with every character that could drive a terminal or forge a line written out, as in `\u{1B}`.
    var visible: String {
        guard unicodeScalars.contains(where: \.isDangerousToShow) else { return self }
        return unicodeScalars.reduce(into: "") { text, scalar in text += scalar.visible }
    }
}

extension String {
    /// The same for a text of several lines, which stay lines.
    package var inertLines: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).visible }.joined(separator: "\n")
    }
}

extension Unicode.Scalar {
    /// A byte of a file's name that is no text: `\xE9`.
    var pathByte: String {
        PathText.byte(of: self).map { "\\x" + String($0, radix: 16, uppercase: true) } ?? String(self)
    }

    /// The character itself, or how it is written out.
    var visible: String {
        switch self {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case _ where PathText.byte(of: self) != nil: pathByte
        default: isDangerousToShow ? "\\u{\(String(value, radix: 16, uppercase: true))}" : String(self)
        }
    }
}
