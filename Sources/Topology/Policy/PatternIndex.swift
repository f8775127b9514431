/// Finds the patterns that may match a text without comparing it with all of them: a role may hold thousands of ARNs.
struct PatternIndex {
    /// Fewer patterns than this are compared one by one.
    static let worthwhileCount = 16

    private var byLastPart: [[PolicyText.Token]: [Int]] = [:]
    /// What may match a text with any last part.
    private var others: [Int] = []
    private var count = 0

    /// Adds the next item.
    ///
    /// - Parameter patterns: the item concerns a text that one of these matches; `nil` for one that may concern any text.
    mutating func add(_ patterns: [PolicyText]?) {
        defer { count += 1 }
        var parts: Set<[PolicyText.Token]> = []
        for pattern in patterns ?? [] {
            guard case .fixed(let part) = pattern.lastPart else {
                others.append(count)
                return
            }
            parts.insert(part)
        }
        if patterns == nil { others.append(count) }
        for part in parts { byLastPart[part, default: []].append(count) }
    }

    /// The items that may concern one of some texts, in their order.
    func candidates(for texts: [PolicyText]) -> [Int] {
        var found = others
        var parts: Set<[PolicyText.Token]> = []
        for text in texts {
            guard case .fixed(let part) = text.lastPart else { return Array(0..<count) }
            if parts.insert(part).inserted { found += byLastPart[part] ?? [] }
        }
        return texts.count > 1 || found.count > others.count ? Set(found).sorted() : found
    }
}
