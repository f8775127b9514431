/// A text of which parts are not known: `bad-${Env}-jobs`. What its known parts decide is decided.
package struct PartialText: Hashable, Sendable {
    /// The known pieces in their order; between two neighbours stands any text, or none. At least two: the first is what the
    /// text begins with and the last what it ends in, and both may be empty.
    package let pieces: [String]

    /// - Returns: `nil` for fewer than two pieces, which say nothing or all.
    package init?(pieces: [String]) {
        guard pieces.count > 1 else { return nil }
        self.pieces = pieces
    }

    private var first: String { pieces.first ?? "" }
    private var last: String { pieces.last ?? "" }

    /// Whether it begins with a text; `nil` where that is open.
    func startsWith(_ text: String) -> Bool? {
        if first.utf8.starts(with: text.utf8) { return true }
        return text.utf8.starts(with: first.utf8) ? nil : false
    }

    /// Whether it ends in a text; `nil` where that is open.
    func endsWith(_ text: String) -> Bool? {
        let (own, other) = (last.utf8.reversed(), text.utf8.reversed())
        if own.starts(with: other) { return true }
        return other.starts(with: own) ? nil : false
    }

    /// Whether it holds a text; only that it does can be known.
    func contains(_ text: String) -> Bool? {
        let part = Array(text.utf8)
        return pieces.contains { TextSearch.firstIndex(of: part, in: Array($0.utf8)) != nil } ? true : nil
    }

    /// Whether it may be a text: that begins and ends as this one, and holds the pieces between in their order.
    func mayBe(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= first.utf8.count + last.utf8.count, bytes.starts(with: first.utf8),
            bytes.reversed().starts(with: last.utf8.reversed())
        else { return false }
        var rest = bytes[first.utf8.count..<(bytes.count - last.utf8.count)]
        for piece in pieces.dropFirst().dropLast() {
            guard let found = TextSearch.firstIndex(of: Array(piece.utf8), in: Array(rest)) else { return false }
            rest = rest.dropFirst(found + piece.utf8.count)
        }
        return true
    }

    /// Whether both may be one text, as far as their beginnings and ends tell.
    func mayBe(_ other: PartialText) -> Bool {
        startsWith(other.first) != false && endsWith(other.last) != false
    }

    /// What reading it takes.
    var byteCount: Int { pieces.reduce(0) { $0 + $1.utf8.count } }
}
