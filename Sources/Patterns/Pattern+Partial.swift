/// Whether a pattern matches texts of which parts are not known.
extension Pattern {
    /// What is known of a match.
    package enum Answer: Sendable {
        /// It matches whatever the unknown parts are.
        case yes
        /// It matches for none of them.
        case no
        /// It is open, or the steps did not suffice.
        case open
    }

    /// Whether the pattern matches anywhere in a text.
    ///
    /// - Parameters:
    ///   - pieces: what is known of the text: any text, or none, stands between two neighbours.
    ///   - steps: what the search may still do; what it did is taken away.
    package func isFound(inPieces pieces: [String], spending steps: inout Int) -> Answer {
        var possible = PartialMatcher(instructions: instructions, isSure: false)
        switch possible.isFound(in: pieces, spending: &steps) {
        case nil: return .open
        case false?: return .no
        case true?: break
        }
        var sure = PartialMatcher(instructions: instructions, isSure: true)
        return sure.isFound(in: pieces, spending: &steps) == true ? .yes : .open
    }
}
