import InstanceCatalog

/// Which numbers of some things hold so many tasks for the least money: the covering knapsack, solved exactly.
///
/// The table of the least cost of each need up to a bound is built from the smallest need on. Beyond the bound only the thing
/// with the least cost per task is added: of others, so many as its gain hold a group whose gain is a multiple of that gain and
/// whose cost is no less, which the best one can stand in for. So fewer than its gain of others are in some cheapest answer.
struct Covering {
    /// Some units of one option, taken together.
    struct Item: Hashable, Sendable {
        /// The option's index in the caller's list.
        let option: Int
        let units: Int
        /// Tasks that it counts for, at least 1.
        let gain: Int
        let cost: Decimal
    }

    private let items: [Item]
    private let best: Item
    /// The least cost of each need, and the last item of an answer that has it.
    private let costs: [Decimal]
    private let choices: [Int]

    /// - Parameters:
    ///   - options: with their indexes in the caller's list.
    ///   - survivedZones: the zones that units are balanced over when one may be lost: of so many units of an option, those of
    ///     its fullest zone do not count.
    ///   - need: the largest that is asked for.
    /// - Returns: `nil` where there is no option.
    init?(_ options: [(index: Int, option: FleetOption)], survivedZones: Int?, upTo need: Int) {
        let all = options.flatMap { Self.items($0.option, index: $0.index, survivedZones) }
        guard let best = all.min(by: Self.isBetter) else { return nil }
        self.best = best
        items = Self.useful(all, beside: best)
        let widest = items.map(\.gain).max() ?? best.gain
        let bound = (best.gain - 1).saturatingMultiplied(by: widest).saturatingAdding(best.gain)
        let size = min(max(0, need), bound)
        var costs = [Decimal](repeating: .zero, count: size + 1)
        var choices = [Int](repeating: 0, count: size + 1)
        for need in stride(from: 1, through: size, by: 1) {
            var least: Decimal?
            for (index, item) in items.enumerated() {
                let cost = item.cost + costs[max(0, need - item.gain)]
                guard least.map({ cost < $0 }) ?? true else { continue }
                least = cost
                choices[need] = index
            }
            costs[need] = least ?? .zero
        }
        self.costs = costs
        self.choices = choices
    }

    /// Units of one option that stand or fall together. With zones, `n` of at most `zones` units count for `n - 1`, and as the
    /// fullest zone never holds more than its share, units may be taken in such lots one after another without counting too much.
    private static func items(_ option: FleetOption, index: Int, _ zones: Int?) -> [Item] {
        guard let zones else { return [Item(option: index, units: 1, gain: option.tasks, cost: option.monthly)] }
        return (2...max(2, zones)).map { units in
            Item(
                option: index, units: units, gain: option.tasks.saturatingMultiplied(by: units - 1), cost: option.monthly * units)
        }
    }

    /// By cost per task, then the smaller one: what is lost with it is less.
    private static func isBetter(_ left: Item, _ right: Item) -> Bool {
        let (first, second) = (left.cost * right.gain, right.cost * left.gain)
        return first != second ? first < second : (left.gain, left.option) < (right.gain, right.option)
    }

    /// Without items that another, or the best one taken several times, replaces for no more money.
    private static func useful(_ items: [Item], beside best: Item) -> [Item] {
        var kept: [Item] = []
        var least: Decimal?
        for item in items.sorted(by: { ($1.gain, $0.cost, $0.option) < ($0.gain, $1.cost, $1.option) }) {
            guard least.map({ item.cost < $0 }) ?? true else { continue }
            least = item.cost
            if item == best || best.cost * item.gain.ceilingDivided(by: best.gain) > item.cost { kept.append(item) }
        }
        return kept.contains(best) ? kept : kept + [best]
    }

    /// The least money for room for so many tasks.
    ///
    /// - Parameter need: 0 to the need that the table was built for.
    func cost(of need: Int) -> Decimal {
        let (rest, times) = reduced(need)
        return costs[rest] + best.cost * times
    }

    /// The units of each option in a cheapest answer, by the option's index.
    func units(for need: Int) -> [Int: Int] {
        var (rest, times) = reduced(need)
        var units = times > 0 ? [best.option: best.units * times] : [:]
        while rest > 0 {
            let item = items[choices[rest]]
            units[item.option, default: 0] += item.units
            rest = max(0, rest - item.gain)
        }
        return units
    }

    private func reduced(_ need: Int) -> (rest: Int, times: Int) {
        let size = costs.count - 1
        guard need > size else { return (max(0, need), 0) }
        let times = (need - size).ceilingDivided(by: best.gain)
        return (need - times * best.gain, times)
    }

    /// What room for so many tasks costs by the best price per task, as if instances could be bought in parts: never more than
    /// `cost(of:)`.
    func relaxed(_ need: Int) -> Decimal {
        guard need > 0, let exact = (best.cost * need).divided(by: best.gain) else { return .zero }
        // The quotient may have been rounded up by half a unit of its last place.
        return exact * best.gain > best.cost * need ? exact - Self.lastPlace : exact
    }

    private static let lastPlace = Decimal(significand: 1, scale: 12) ?? .zero

    /// The option with the best price per task.
    var bestOption: Int { best.option }
}
