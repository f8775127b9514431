/// The bounds that a run has met: where each was met first, and what was left out for it.
package struct ReachedLimits {
    private struct Entry {
        let limit: Limit
        let origin: Origin
        var names: [String] = []
        /// What is counted already, as far as that is kept: one block may be asked for several times.
        var seen: Set<String> = []
        /// How many things were left out, of which `names` has the first.
        var count = 0
    }

    /// Most things left out that are named; the others are counted.
    private static let mostNames = 5
    /// Most things left out that are told apart.
    private static let mostSeen = 10_000

    private var entries: [Entry] = []

    package init() {}

    /// Notes that a bound was met.
    ///
    /// - Parameter name: what was left out for it, where that is one thing.
    /// - Returns: whether it was met for the first time.
    @discardableResult
    package mutating func add(_ limit: Limit, at origin: Origin, leavingOut name: String? = nil) -> Bool {
        let known = entries.firstIndex { $0.limit == limit }
        if known == nil { entries.append(Entry(limit: limit, origin: origin)) }
        guard let name else { return known == nil }
        let place = known ?? entries.count - 1
        if entries[place].seen.count < Self.mostSeen {
            guard entries[place].seen.insert(name).inserted else { return known == nil }
        }
        entries[place].count += 1
        if entries[place].names.count < Self.mostNames { entries[place].names.append(name) }
        return known == nil
    }

    /// The report of each bound, in the order in which they were met.
    package func exceeded(_ limits: EvaluationLimits) -> [(limit: Limit, report: ExceededLimit)] {
        entries.map { ($0.limit, $0.limit.exceeded(limits, at: $0.origin, leavingOut: Self.list($0))) }
    }

    /// `a, b and 12 more`; `nil` where nothing is named.
    private static func list(_ entry: Entry) -> String? {
        guard !entry.names.isEmpty else { return nil }
        let rest = entry.count - entry.names.count
        return entry.names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}
