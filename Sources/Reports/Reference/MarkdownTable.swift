/// A table of Markdown; bars and line ends inside cells do not break it.
struct MarkdownTable {
    private let rows: [[String]]

    init(_ head: [String], _ rows: [[String]]) {
        self.rows = [head, head.map { _ in "---" }] + rows
    }

    var text: String {
        rows.map { row in "| " + row.map(Self.escaped).joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    private static func escaped(_ cell: String) -> String {
        cell.reduce(into: "") { text, character in
            if character == "|" { text += "\\|" } else { text += character.isNewline ? " " : String(character) }
        }
    }
}
