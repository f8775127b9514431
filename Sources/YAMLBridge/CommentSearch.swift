/// Finds what looks like a comment that begins with a mark.
struct CommentSearch {
    struct Place {
        /// The first byte of the comment's opening, `#` or `//`.
        let start: Int
        /// What stands behind it on the line.
        let text: Range<Int>
        let isAlone: Bool
    }

    let view: ByteView
    let mark: [UInt8]
    /// Whether `//` begins a comment as well, as in Terraform's language.
    let takesSlashes: Bool

    /// In the order of the text.
    var places: [Place] {
        let found = places(openedBy: UInt8(ascii: "#"), twice: false)
        guard takesSlashes else { return found }
        return (found + places(openedBy: UInt8(ascii: "/"), twice: true)).sorted { $0.start < $1.start }
    }

    private func places(openedBy byte: UInt8, twice: Bool) -> [Place] {
        var places: [Place] = []
        var offset = 0
        while let start = view.firstOffset(of: byte, from: offset) {
            offset = start + 1
            guard start == 0 || view[start - 1].isWhitespace || view[start - 1] == byte, !twice || view[start + 1] == byte
            else { continue }
            let behind = start + (twice ? 2 : 1)
            var text = behind
            while view[text].isBlank { text += 1 }
            guard mark.indices.allSatisfy({ view[text + $0] == mark[$0] }) else { continue }
            let end = view.lineEnd(text)
            places.append(Place(start: start, text: behind..<end, isAlone: isAlone(start, byte)))
            offset = end
        }
        return places
    }

    /// Whether only blanks, or more of the opening, stand before it.
    private func isAlone(_ start: Int, _ byte: UInt8) -> Bool {
        (view.lineStart(start)..<start).allSatisfy { view[$0].isBlank || view[$0] == byte }
    }
}
