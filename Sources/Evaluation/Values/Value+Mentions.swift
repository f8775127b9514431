extension Value {
    /// Most references that an unknown value keeps.
    private static let mostMentions = 64

    /// The references that the value holds or is known to be made of, each once.
    package var allMentions: [Reference] { Value.mentions(of: [self]) }

    /// The references that values hold or are known to be made of, each once, in the order of the text.
    package static func mentions(of values: [Value]) -> [Reference] {
        var collector = MentionCollector(limit: mostMentions)
        for value in values { collector.collect(value) }
        return collector.found
    }

    /// An unknown value that is made of others, for their reasons; `reason` is the one that is left when they have none.
    package static func unknown(
        madeOf values: [Value], _ reason: Reason, mayBeAbsent: Bool = false, origin: Origin
    ) -> Value {
        let reasons = values.flatMap(\.deepUnknownReasons)
        let unknown = Value.unknown(reasons.isEmpty ? [reason] : reasons, mayBeAbsent: mayBeAbsent, at: origin)
        return Value(unknown.content, origin: origin, mentions: mentions(of: values))
    }

    /// Why something in the value is not known, members and elements included.
    package var deepUnknownReasons: [Reason] {
        var reasons: [Reason] = []
        var budget = 256
        collectReasons(into: &reasons, budget: &budget)
        return reasons
    }

    private func collectReasons(into reasons: inout [Reason], budget: inout Int) {
        guard budget > 0 else { return }
        budget -= 1
        switch content {
        case .list(let elements, let open):
            reasons += open
            for element in elements { element.collectReasons(into: &reasons, budget: &budget) }
        case .map(let members, _):
            for member in members { member.value.collectReasons(into: &reasons, budget: &budget) }
        default: reasons += unknownReasons
        }
    }
}

/// Gathers references out of values, within bounds.
private struct MentionCollector {
    package let limit: Int
    package private(set) var found: [Reference] = []
    private var seen: Set<Reference> = []
    private var visits = 0

    package init(limit: Int) {
        self.limit = limit
    }

    package mutating func collect(_ value: Value) {
        visits += 1
        guard found.count < limit, visits < 4096 else { return }
        for mention in value.mentions { add(mention) }
        switch value.content {
        case .reference(let reference): add(reference)
        case .text(let parts):
            for case .value(let part) in parts { collect(part) }
        case .list(let elements, _): for element in elements { collect(element) }
        case .map(let members, _): for member in members { collect(member.value) }
        case .choice(_, let yes, let no):
            collect(yes)
            collect(no)
        case .scalar, .external, .absent, .unknown: return
        }
    }

    private mutating func add(_ reference: Reference) {
        guard found.count < limit, seen.insert(reference).inserted else { return }
        found.append(reference)
    }
}
