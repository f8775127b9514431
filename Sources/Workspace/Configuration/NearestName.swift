/// "Did you mean": the known name nearest to a misspelled one.
enum NearestName {
    /// The nearest of `candidates`, when a few slips of the finger explain `name`.
    static func suggestion(for name: String, among candidates: [String]) -> String? {
        let allowed = max(1, name.count / 3)
        let ranked = candidates.map { ($0, distance(name.lowercased(), $0.lowercased())) }.filter { $0.1 <= allowed }
        return ranked.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    /// Insertions, deletions, replacements and swaps of neighbours between two short texts.
    private static func distance(_ left: String, _ right: String) -> Int {
        let source = Array(left.prefix(64))
        let target = Array(right.prefix(64))
        var older: [Int] = []
        var previous = Array(0...target.count)
        for row in source.indices {
            var current = [row + 1]
            for column in target.indices {
                let isEqual = source[row] == target[column]
                var best = min(
                    previous[column] + (isEqual ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
                let isSwap =
                    row > 0 && column > 0 && source[row] == target[column - 1] && source[row - 1] == target[column]
                if isSwap { best = min(best, older[column - 1] + 1) }
                current.append(best)
            }
            older = previous
            previous = current
        }
        return previous.last ?? 0
    }
}
