/// Text from templates in Markdown, where it must neither format nor link nor call anybody.
enum MarkdownText {
    /// The text as it is, on one line.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\n", "\r": result += " "
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            // A comment between them keeps `@name` and `#12` from becoming a mention and a link.
            case "@", "#": result += "\(scalar)<!-- -->"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "!": result += "\\\(scalar)"
            default: result += scalar.visible
            }
        }
    }

    /// The text in a code span, whatever backticks it holds; a pipe would end a table's cell.
    static func code(_ text: String) -> String {
        let text = text.visible.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
        let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: longest + 1)
        let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
        return "\(fence)\(pad)\(text)\(pad)\(fence)"
    }
}
