import InstanceCatalog

/// What the cost of a change may be at most, at the usual number of tasks.
package enum CostGate: Hashable, Sendable {
    /// US dollars a month for the new state.
    case budget(Decimal)
    /// US dollars a month more than before.
    case increase(Decimal)
    /// Percent more than before.
    case increasePercent(Decimal)

    /// Reads `10%` or `50`; `nil` for anything else.
    package static func increase(_ text: String) -> CostGate? {
        if text.last == "%" { return Decimal(text.dropLast()).map { .increasePercent($0) } }
        return Decimal(text).map { .increase($0) }
    }
}

extension Comparison {
    /// How a gate is kept.
    package struct GateAnswer: Sendable {
        /// `nil` where a price or a count is missing that decides it.
        package let isKept: Bool?
        /// In a whole sentence.
        package let sentence: String
    }

    /// The answers of the gates, in their order; with no service on either side every gate is kept.
    package var gateAnswers: [GateAnswer] {
        let total = total
        let isNewAtLeast = new.cost?.isAtLeast == true
        let isOldAtLeast = old.cost?.isAtLeast == true
        return gates.map { gate in
            guard let total else { return GateAnswer(isKept: true, sentence: "No service has a cost, so that the gate is kept.") }
            let before = total.old.desired
            let after = total.new.desired
            switch gate {
            case .budget(let budget):
                let isAbove = after.map { $0 > budget }
                return GateAnswer(
                    isKept: isAbove == true ? false : isAbove == nil || isNewAtLeast ? nil : true,
                    sentence: "Budget of \(Self.text(budget)) USD a month: the new state costs \(Self.text(after)).")
            case .increase(let most):
                let more = total.change.desired
                return GateAnswer(
                    isKept: isNewAtLeast || isOldAtLeast ? nil : more.map { $0 <= most },
                    sentence: "At most \(Self.text(most)) USD a month more: it is \(Self.text(more)).")
            case .increasePercent(let percent):
                let limit = before.map { $0.percent(percent) }
                let more = total.change.desired
                return GateAnswer(
                    isKept: isNewAtLeast || isOldAtLeast ? nil : more.flatMap { more in limit.map { more <= $0 } },
                    sentence: "At most \(percent) % more, \(Self.text(limit)) USD a month: it is \(Self.text(more)).")
            }
        }
    }

    private static func text(_ value: Decimal?) -> String { value.map { $0.text(places: 2, grouped: true) } ?? "not known" }
}
