/// Shares tasks between capacity providers by base and weight.
package struct CapacityProviderStrategy: Hashable, Sendable {
    /// One capacity provider.
    package struct Item: Hashable, Sendable {
        /// The first tasks that go here, 0...100000.
        package let base: Int
        /// The relative share of the tasks above the base, 0...1000.
        package let weight: Int

        /// Creates an item. Its numbers are checked where a strategy is made of it.
        package init(base: Int = 0, weight: Int = 0) {
            self.base = base
            self.weight = weight
        }
    }

    /// The tasks of one provider.
    package struct Share: Hashable, Sendable {
        /// The likeliest number: the remainder goes to the largest fraction, on a tie to the earlier item.
        package let tasks: Int
        /// What it may be as well, since AWS documents nowhere which provider gets the remainder.
        package let interval: ClosedRange<Int>
    }

    /// Why ECS would refuse a strategy.
    package enum Invalid: Error, Hashable, Sendable {
        /// It names no provider.
        case empty
        /// More than 20 of them.
        case tooManyProviders
        /// Two providers or more with a base above zero.
        case moreThanOneBase
        /// A base outside 0...100000.
        case baseOutOfRange
        /// A weight outside 0...1000.
        case weightOutOfRange
        /// Several providers and none with a weight above zero.
        case allWeightsZero
    }

    /// The providers, 1 to 20, in the order of the template.
    package let items: [Item]

    /// Creates a strategy that ECS accepts.
    ///
    /// - Throws: the first of the reasons for which ECS would refuse it (API reference,
    ///   CapacityProviderStrategyItem).
    package init(_ items: [Item]) throws(Invalid) {
        guard !items.isEmpty else { throw .empty }
        guard items.count <= 20 else { throw .tooManyProviders }
        guard items.allSatisfy({ (0...100_000).contains($0.base) }) else { throw .baseOutOfRange }
        guard items.allSatisfy({ (0...1000).contains($0.weight) }) else { throw .weightOutOfRange }
        guard items.count(where: { $0.base > 0 }) <= 1 else { throw .moreThanOneBase }
        guard items.count == 1 || items.contains(where: { $0.weight > 0 }) else { throw .allWeightsZero }
        self.items = items
    }

    /// The share of each item, in the order of `items`.
    package func split(tasks: Int) -> [Share] {
        let tasks = max(0, tasks)
        guard items.count > 1 else { return [Share(tasks: tasks, interval: tasks...tasks)] }
        let bases = items.map { min($0.base, tasks) }
        let rest = tasks - bases.reduce(0, +)
        let weights = items.reduce(0) { $0 + $1.weight }
        let exact = items.map { (Int128(rest) * Int128($0.weight)).quotientAndRemainder(dividingBy: Int128(weights)) }
        let floors = exact.map { Int($0.quotient) }
        let byFraction = items.indices.sorted {
            exact[$0].remainder != exact[$1].remainder ? exact[$0].remainder > exact[$1].remainder : $0 < $1
        }
        let extra = Set(byFraction.prefix(rest - floors.reduce(0, +)))
        return items.indices.map { index in
            let floor = bases[index] + floors[index]
            let ceiling = floor + (exact[index].remainder > 0 ? 1 : 0)
            return Share(tasks: floor + (extra.contains(index) ? 1 : 0), interval: floor...ceiling)
        }
    }
}
