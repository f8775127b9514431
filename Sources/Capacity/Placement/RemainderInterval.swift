import InstanceCatalog

/// What a service may cost when nobody knows which lines of its strategy get the remainder of the tasks.
enum RemainderInterval {
    /// The least and the most of all ways to give out the remainder; `nil` where a cost is unknown.
    ///
    /// Each line has its lower bound of tasks, some of those with a fraction have one more, and how many is known. Since every
    /// line costs by its own tasks alone, the least are the smallest differences and the most the largest.
    ///
    /// - Parameter cost: US dollars a month of a number of tasks on the line at an index.
    static func cost(
        of shares: [CapacityProviderStrategy.Share], _ cost: (_ line: Int, _ tasks: Int) -> Decimal?
    ) -> ClosedRange<Decimal>? {
        let remainder = shares.reduce(0) { $0 + $1.tasks - $1.interval.lowerBound }
        var base = Decimal.zero
        var differences: [Decimal] = []
        for (line, share) in shares.enumerated() {
            guard let lower = cost(line, share.interval.lowerBound) else { return nil }
            base = base + lower
            guard share.interval.count > 1 else { continue }
            guard let upper = cost(line, share.interval.upperBound) else { return nil }
            differences.append(upper - lower)
        }
        differences.sort()
        let least = differences.prefix(remainder).reduce(base, +)
        let most = differences.suffix(remainder).reduce(base, +)
        return least...most
    }
}
