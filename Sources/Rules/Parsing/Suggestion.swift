/// "Did you mean": the known name that a mistyped one is closest to.
enum Suggestion {
    /// Names longer than this are not compared; a mistyped name is short.
    private static let longestName = 64

    /// The candidate with the fewest edits, when they are few for the name's length; of equals the first.
    static func closest(to name: String, among candidates: some Sequence<String>) -> String? {
        let typed = Array(name.lowercased().utf8.prefix(longestName))
        let limit = max(1, typed.count / 3)
        var best: (name: String, edits: Int)?
        for candidate in candidates {
            let edits = distance(typed, Array(candidate.lowercased().utf8.prefix(longestName)))
            if edits <= limit, edits < (best?.edits ?? .max) { best = (candidate, edits) }
        }
        return best?.name
    }

    /// "did you mean 'severity'?", or the list of what is known.
    static func help(for name: String, among candidates: [String]) -> String {
        if let closest = closest(to: name, among: candidates) { return "did you mean '\(closest)'?" }
        return "known are: \(candidates.joined(separator: ", "))"
    }

    /// Levenshtein distance.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (index, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let above = row[column + 1]
                row[column + 1] = min(above + 1, row[column] + 1, diagonal + (byte == right[column] ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}
