import Testing
import YAMLBridge

/// A text whose characters libyaml has to check itself is read like one whose characters are beyond doubt.
@Suite struct CharacterCheckTests {
    /// A last comment that makes the difference: U+00A7 begins with a byte that may begin a control character too.
    private static let (plain, doubtful) = ("\n# $\n", "\n# \u{A7}\n")

    static let texts = [
        "a: &x !Sub 'it''s ${Y}'\nb: [1, {c: d}, *x]\nc: |+2\n    text\n  more\n\nd: >-\n  folded\n  text\n\n    é deep",
        "Résumé: \"tab\\t\\u00e9\\\n   next\n\n  line\"\n? complex\n: - x\n  -\n  - !Ref A\n---\n<<: {a: b}",
        "a: 1\r\nb:\r\n  - |\r\n    x\r\n  - y\tz", "--- |\n text\n...\n---\n{}", "a: \u{1F600} \u{2028}b\nc: d", "", "...",
        "%YAML 1.1\n--- !!str\nplain\n text", "a: [b, c", "a: 'b", "\ta: b", "a: \"\\u12", "a: b: c", "*x", "? - &x", "-", "a: |",
        "a: |1-", "[", "- !", "- !<", "&",
    ]

    @Test(arguments: texts)
    func bothWaysGiveTheSame(text: String) {
        #expect(account(of: text + Self.plain) == account(of: text + Self.doubtful))
    }

    /// Everything that can be asked of a reading, as lines.
    private func account(of text: String) -> [String] {
        do {
            let document = try Document.parse(Array(text.utf8), path: "a.yaml")
            var lines = document.warnings.map(\.message)
            var open = document.roots
            while let node = open.popLast() {
                lines.append("\(node.kind) \(node.style) \(node.tag ?? "-") \(node.span) \(node.text)")
                open += node.elements
                for entry in node.entries { open += [entry.key, entry.value] }
            }
            return lines
        } catch {
            return ["\(error.diagnostic.code) \(error.diagnostic.message) \(error.diagnostic.span)"]
        }
    }
}
