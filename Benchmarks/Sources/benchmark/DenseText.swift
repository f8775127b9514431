/// Texts with as many nodes, or as long texts, as fit: such as nobody writes but whoever wants to fill the memory.
struct DenseText {
    let path: String
    let start: String
    let middle: String
    let end: String

    init(_ path: String, _ start: String, _ middle: String, _ end: String = "") {
        (self.path, self.start, self.middle, self.end) = (path, start, middle, end)
    }

    static let all = [
        DenseText("list.json", "[0", ",0", "]"),
        DenseText("lists.json", "[0", ",[]", "]"),
        DenseText("nested.json", "[0", ",[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]", "]"),
        DenseText("maps.json", "[0", ",{}", "]"),
        DenseText("one-key.json", "{\"a\":0", ",\"a\":0", "}"),
        DenseText("small-maps.json", "[0", ",{\"a\":0,\"b\":0}", "]"),
        DenseText("middle-maps.json", "[0", ",{" + keys(20) + "}", "]"),
        DenseText("escapes.json", "[0", ",\"\\n\"", "]"),
        DenseText("keys.json", "{\"a\":0", ",\"#\":0", "}"),
        DenseText("block-list.yaml", "", "- 0\n"),
        DenseText("empty-list.yaml", "", "-\n"),
        DenseText("list.yaml", "[a", ",a", "]"),
        DenseText("set.yaml", "{a", ",a", "}"),
        DenseText("keys.yaml", "{a", ",#", "}"),
        DenseText("lists.yaml", "[a", ",[]", "]"),
        DenseText("block-keys.yaml", "", "?\n"),
        DenseText("block-map.yaml", "", "#:\n"),
        DenseText("quotes.yaml", "[a", ",''''", "]"),
        DenseText("block-texts.yaml", "", "- |\n"),
        DenseText("anchors.yaml", "[a", ",&a", "]"),
        DenseText("many-anchors.yaml", "[a", ",&#", "]"),
        DenseText("tags.yaml", "[a", ",!", " ]"),
        DenseText("documents.yaml", "", "---\n"),
        DenseText("no-text.yaml", "[a", ",\u{FFFD}", "]"),
        DenseText("tagged-set.yaml", "{a", ",!", " }"),
        DenseText("plain.yaml", "a: ", "x"),
        DenseText("plain-lines.yaml", "a:\n", " x\n"),
        DenseText("quoted.yaml", "a: \"", "\\L", "\""),
        DenseText("quoted-lines.yaml", "a: \"", "x\n ", "\""),
        DenseText("blanks.yaml", "a: \"x", " ", "y\""),
        DenseText("breaks.yaml", "a: \"x", "\n", " y\""),
        DenseText("literal.yaml", "a: |\n", " x\n"),
        DenseText("literal-breaks.yaml", "a: |\n x\n", "\n"),
        DenseText("folded.yaml", "a: >\n", " x\n"),
        DenseText("comment.yaml", "#", "x"),
        DenseText("empty-lines.yaml", "", "\n"),
        DenseText("quoted.json", "\"", "\\n", "\""),
        DenseText("nothing-but-no-text.yaml", "", "\u{FFFD}"),
        DenseText("breaks.json", "[", "\n", "]"),
    ]

    private static func keys(_ count: Int) -> String {
        (0..<count).map { "\"\(Character(Unicode.Scalar(UInt8(97 + $0))))\":0" }.joined(separator: ",")
    }

    /// About as many bytes. `#` becomes a number, U+FFFD a byte that is no text.
    func bytes(megabytes: Int) -> [UInt8] {
        let size = megabytes * 1_000_000
        let middle = middle.unicodeScalars.flatMap { $0 == "\u{FFFD}" ? [0xFF] : Array(String($0).utf8) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size + 200)
        bytes.append(contentsOf: start.utf8)
        var number = 0
        while bytes.count < size {
            for byte in middle {
                if byte != UInt8(ascii: "#") { bytes.append(byte); continue }
                Self.append(number, to: &bytes)
                number += 1
            }
        }
        bytes.append(contentsOf: end.utf8)
        return bytes
    }

    /// In base 36, so that many short ones are different.
    private static func append(_ number: Int, to bytes: inout [UInt8]) {
        var rest = number
        repeat {
            let digit = UInt8(rest % 36)
            bytes.append(digit < 10 ? 48 + digit : 87 + digit)
            rest /= 36
        } while rest > 0
    }
}
