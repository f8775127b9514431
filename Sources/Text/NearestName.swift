/// "Did you mean": the known name nearest to a misspelled one.
package enum NearestName {
    /// Names longer than this are compared by their beginning; a mistyped name is short.
    private static let longestName = 64

    /// The nearest of `candidates`, when a few slips of the finger explain `name`; of equals the alphabetically first.
    package static func closest(to name: String, among candidates: some Sequence<String>) -> String? {
        let typed = letters(of: name)
        let allowed = max(1, (typed.count + 1) / 3)
        return
            candidates
            .map { (letters: letters(of: $0), name: $0) }
            .filter { abs($0.letters.count - typed.count) <= allowed }
            .map { (distance: distance(typed, $0.letters), length: $0.letters.count, name: $0.name) }
            // Names that share no letter are not slips of each other, however short.
            .filter { $0.distance <= allowed && $0.distance < max($0.length, typed.count) }
            .map { (distance: $0.distance, name: $0.name) }
            .min { $0 < $1 }?.name
    }

    /// The shortest of `candidates` that begins with `name`; `nil` as well for a name of less than three letters.
    package static func completion(of name: String, among candidates: some Sequence<String>) -> String? {
        let typed = letters(of: name)
        guard typed.count >= 3 else { return nil }
        return
            candidates
            .map { (letters: letters(of: $0), name: $0) }
            .filter { $0.letters.starts(with: typed) }
            .min { ($0.letters.count, $0.name) < ($1.letters.count, $1.name) }?.name
    }

    /// "Did you mean 'severity'?"; `nil` when nothing is near.
    package static func question(for name: String, among candidates: some Sequence<String>) -> String? {
        closest(to: name, among: candidates).map(question)
    }

    /// "Did you mean 'severity'?", or the list of what is known.
    package static func help(for name: String, among candidates: [String]) -> String {
        question(for: name, among: candidates) ?? "Known are: \(candidates.joined(separator: ", "))."
    }

    static func question(_ name: String) -> String { "Did you mean '\(name)'?" }

    /// How many letters are too many, too few, wrong or swapped in a name that stands for another one; capitals are equal.
    static func slips(in name: String, for known: String) -> Int { distance(letters(of: name), letters(of: known)) }

    private static func letters(of name: String) -> [Unicode.Scalar] {
        Array(name.lowercased().unicodeScalars.prefix(longestName))
    }

    /// Insertions, deletions, replacements and swaps of neighbours.
    private static func distance(_ source: [Unicode.Scalar], _ target: [Unicode.Scalar]) -> Int {
        var older: [Int] = []
        var previous = Array(0...target.count)
        for row in source.indices {
            var current = [row + 1]
            for column in target.indices {
                let isEqual = source[row] == target[column]
                var best = min(previous[column] + (isEqual ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
                let isSwap = row > 0 && column > 0 && source[row] == target[column - 1] && source[row - 1] == target[column]
                if isSwap { best = min(best, older[column - 1] + 1) }
                current.append(best)
            }
            older = previous
            previous = current
        }
        return previous[target.count]
    }
}
