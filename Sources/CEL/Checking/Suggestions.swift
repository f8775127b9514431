/// Finds what a misspelled name was meant to be.
enum Suggestions {
    /// The candidate closest to the name; `nil` when none is close. Ties go to the alphabetically first.
    static func closest(to name: String, among candidates: some Sequence<String>) -> String? {
        let limit = max(1, (name.unicodeScalars.count + 1) / 3)
        return candidates
            .map { (candidate: $0, distance: distance(name, $0)) }
            .filter { $0.distance <= limit }
            .min { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }?
            .candidate
    }

    /// Levenshtein's distance in code points, letters compared without case.
    private static func distance(_ first: String, _ second: String) -> Int {
        let first = Array(first.lowercased().unicodeScalars.prefix(100))
        let second = Array(second.lowercased().unicodeScalars.prefix(100))
        var previous = Array(0...second.count)
        for (row, left) in first.enumerated() {
            var current = [row + 1]
            for (column, right) in second.enumerated() {
                let replaced = previous[column] + (left == right ? 0 : 1)
                current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[second.count]
    }
}
