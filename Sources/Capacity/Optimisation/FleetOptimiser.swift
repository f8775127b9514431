import InstanceCatalog

/// Finds the cheapest numbers of some options that hold a number of tasks and keep the rules, and proves that none is cheaper.
///
/// A fleet is either of Auto Scaling groups, one an option, or of Fargate. With `u` tasks on demand and the rest on Spot its cost
/// is the sum of two coverings, and every `u` that the rules allow is tried.
struct FleetOptimiser {
    let options: [FleetOption]
    let rules: FleetRules

    /// A fleet for one number of tasks.
    struct Answer: Hashable, Sendable {
        /// Units of each option, by its index; never 0.
        var units: [Int: Int] = [:]
        /// US dollars a month.
        var cost = Decimal.zero
        /// What no fleet of the options costs less than.
        var bound = Decimal.zero
    }

    /// The cheapest fleet for so many tasks; `nil` where no fleet of the options keeps the rules.
    ///
    /// - Parameter allowed: the indexes of the options that may be taken; `nil` for all.
    func answer(tasks: Int, allowed: Set<Int>? = nil) -> Answer? {
        let answers = [false, true].compactMap { isFargate in
            answer(tasks: tasks, of: indexed.filter { $0.option.isFargate == isFargate && allowed?.contains($0.index) ?? true })
        }
        guard var best = answers.min(by: { $0.cost < $1.cost }) else { return nil }
        best.bound = answers.map(\.bound).min() ?? best.bound
        return best
    }

    /// The cheapest fleet of one option alone.
    func answerOfOneOption(tasks: Int) -> Answer? {
        indexed.compactMap { answer(tasks: tasks, of: [$0]) }.min { $0.cost < $1.cost }
    }

    private var indexed: [(index: Int, option: FleetOption)] { Array(options.enumerated()).map { ($0.offset, $0.element) } }

    private func answer(tasks: Int, of options: [(index: Int, option: FleetOption)]) -> Answer? {
        guard (0...FleetRules.mostTasks).contains(tasks) else { return nil }
        let need = rules.needs(ofTasks: tasks)
        let onDemand = Covering(
            options.filter { $0.option.purchase == .onDemand }, survivedZones: rules.survivedZones, upTo: need.all)
        let spot = Covering(
            options.filter { $0.option.purchase == .spot }, survivedZones: rules.survivedZones, upTo: need.all - need.onDemand)
        switch (onDemand, spot) {
        case (nil, nil): return nil
        case (let onDemand?, nil):
            return Answer(
                units: onDemand.units(for: need.all), cost: onDemand.cost(of: need.all), bound: onDemand.relaxed(need.all))
        case (nil, let spot?):
            guard need.onDemand == 0 else { return nil }
            return Answer(units: spot.units(for: need.all), cost: spot.cost(of: need.all), bound: spot.relaxed(need.all))
        case (let onDemand?, let spot?): return Self.mixed(onDemand, spot, need)
        }
    }

    private static func mixed(_ onDemand: Covering, _ spot: Covering, _ need: (all: Int, onDemand: Int)) -> Answer {
        var answer = Answer()
        var part: Int?
        for candidate in need.onDemand...need.all {
            let cost = onDemand.cost(of: candidate) + spot.cost(of: need.all - candidate)
            guard part == nil || cost < answer.cost else { continue }
            (answer.cost, part) = (cost, candidate)
        }
        answer.units = onDemand.units(for: part ?? need.all)
        answer.units.merge(spot.units(for: need.all - (part ?? need.all)), uniquingKeysWith: +)
        // The relaxed cost is linear in the part on demand, so that its least stands at one end.
        answer.bound = min(
            onDemand.relaxed(need.all), onDemand.relaxed(need.onDemand) + spot.relaxed(need.all - need.onDemand))
        return answer
    }

    /// Tasks that have room when a zone is lost, each option balanced over the zones by itself.
    func tasksAfterLoss(_ answer: Answer, zones: Int) -> Int {
        answer.units.reduce(0) { sum, entry in
            let left = entry.value - entry.value.ceilingDivided(by: zones)
            return sum.saturatingAdding(options[entry.key].tasks.saturatingMultiplied(by: left))
        }
    }
}
