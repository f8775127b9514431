/// "Did you mean": the name nearest to a misspelled one.
enum Spelling {
    /// The question for the nearest of the candidates, when a slip or two explain the name.
    static func question(for name: String, among candidates: some Sequence<String>) -> String? {
        let typed = Array(name.lowercased().unicodeScalars.prefix(64))
        let allowed = max(1, (typed.count + 1) / 4)
        let nearest = candidates.lazy
            .map { (distance: distance(typed, Array($0.lowercased().unicodeScalars.prefix(64))), name: $0) }
            .filter { $0.distance <= allowed }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        return nearest.map { "Did you mean '\($0.name)'?" }
    }

    /// Insertions, deletions, replacements and swaps of neighbours.
    private static func distance(_ source: [Unicode.Scalar], _ target: [Unicode.Scalar]) -> Int {
        var older: [Int] = []
        var previous = Array(0...target.count)
        for row in source.indices {
            var current = [row + 1]
            for column in target.indices {
                let cost = source[row] == target[column] ? 0 : 1
                var best = min(previous[column] + cost, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, source[row] == target[column - 1], source[row - 1] == target[column] {
                    best = min(best, older[column - 1] + 1)
                }
                current.append(best)
            }
            older = previous
            previous = current
        }
        return previous[target.count]
    }
}
