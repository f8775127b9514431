/// Where a pattern matched, and what its groups took: places among the characters of the text.
package struct PatternMatch: Sendable {
    package let range: Range<Int>
    /// In the order of the opening parentheses; `nil` for a group that took no part.
    package let groups: [Range<Int>?]

    /// - Parameter ends: the start and end of the match and of each group; -1 for what took no part.
    init(ends: [Int]) {
        let pairs = stride(from: 0, to: ends.count - 1, by: 2).map { index -> Range<Int>? in
            let (start, end) = (ends[index], ends[index + 1])
            return start >= 0 && end >= start ? start..<end : nil
        }
        range = (pairs.first ?? nil) ?? 0..<0
        groups = Array(pairs.dropFirst())
    }
}
