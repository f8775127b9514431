/// Finds what looks like a comment that begins with a mark.
struct CommentSearch {
    struct Place {
        /// The byte of the `#`.
        let start: Int
        /// What stands behind it on the line.
        let text: Range<Int>
        let isAlone: Bool
    }

    let view: ByteView
    let mark: [UInt8]

    var places: [Place] {
        var places: [Place] = []
        var offset = 0
        while let hash = view.firstOffset(of: UInt8(ascii: "#"), from: offset) {
            offset = hash + 1
            guard hash == 0 || view[hash - 1].isWhitespace || view[hash - 1] == UInt8(ascii: "#") else { continue }
            var text = hash + 1
            while view[text].isBlank { text += 1 }
            guard mark.indices.allSatisfy({ view[text + $0] == mark[$0] }) else { continue }
            let end = view.lineEnd(text)
            places.append(Place(start: hash, text: hash + 1..<end, isAlone: isAlone(hash)))
            offset = end
        }
        return places
    }

    /// Whether only blanks, or a further `#`, stand before it.
    private func isAlone(_ hash: Int) -> Bool {
        (view.lineStart(hash)..<hash).allSatisfy { view[$0].isBlank || view[$0] == UInt8(ascii: "#") }
    }
}
