/// Search in text in linear time, whatever the pattern is (Knuth, Morris and Pratt).
enum TextSearch {
    /// The first place from `start` on where the pattern stands; an empty pattern stands everywhere.
    static func firstIndex<Element: Equatable>(
        of pattern: [Element], in text: [Element], from start: Int = 0
    ) -> Int? {
        firstIndex(of: pattern, in: text, from: start, borders: borders(of: pattern))
    }

    private static func firstIndex<Element: Equatable>(
        of pattern: [Element], in text: [Element], from start: Int, borders: [Int]
    ) -> Int? {
        guard start <= text.count else { return nil }
        if pattern.isEmpty { return start }
        var matched = 0
        for index in start..<text.count {
            while matched > 0, text[index] != pattern[matched] { matched = borders[matched - 1] }
            if text[index] == pattern[matched] { matched += 1 }
            if matched == pattern.count { return index - pattern.count + 1 }
        }
        return nil
    }

    /// The places of all occurrences that do not overlap, from the left.
    static func indices<Element: Equatable>(
        of pattern: [Element], in text: [Element], limit: Int
    ) -> [Int] {
        var found: [Int] = []
        var start = 0
        let borders = borders(of: pattern)
        while found.count < limit, let index = firstIndex(of: pattern, in: text, from: start, borders: borders) {
            found.append(index)
            start = index + max(1, pattern.count)
        }
        return found
    }

    /// For each prefix the length of the longest part that both starts and ends it.
    private static func borders<Element: Equatable>(of pattern: [Element]) -> [Int] {
        var borders = Array(repeating: 0, count: pattern.count)
        var length = 0
        for index in pattern.indices.dropFirst() {
            while length > 0, pattern[index] != pattern[length] { length = borders[length - 1] }
            if pattern[index] == pattern[length] { length += 1 }
            borders[index] = length
        }
        return borders
    }
}
