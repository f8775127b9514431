import Text

/// Text from templates in XML and SVG.
enum XMLText {
    /// The text for an element or an attribute.
    ///
    /// What XML 1.0 cannot hold at all is written out as everywhere else; a line end in an attribute must be a reference.
    static func escaped(_ text: String) -> String {
        let escaped = text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case "\t": result += "&#9;"
            case "\u{FFFE}", "\u{FFFF}": result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: result += scalar.visible
            }
        }
        return InertText.xml(escaped)
    }
}
