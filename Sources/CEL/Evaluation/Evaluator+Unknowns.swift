extension Evaluator {
    /// Everything unknown among the values and inside their lists, maps and optionals.
    mutating func unknown(in values: [Value]) throws(EvaluationError) -> Unknown? {
        var merged: Unknown?
        for value in values { try collect(value, &merged) }
        return merged
    }

    /// Adds what a result depends on, too; one step for every 16 reasons, since each is hashed.
    mutating func merge(_ unknown: Unknown?, into merged: inout Unknown?) throws(EvaluationError) {
        guard let unknown else { return }
        try budget.charge(unknown.reasons.count / 16)
        merged.merge(unknown)
    }

    private mutating func collect(_ value: Value, _ merged: inout Unknown?) throws(EvaluationError) {
        switch value {
        case .unknown(let unknown): try merge(unknown, into: &merged)
        case .list(let list):
            try budget.charge(list.elements.count)
            try merge(list.unknownTail, into: &merged)
            for element in list.elements { try collect(element, &merged) }
        case .map(let map):
            try budget.charge(map.entries.count)
            try merge(map.unknownTail, into: &merged)
            for entry in map.entries { try collect(entry.value, &merged) }
        case .optional(.some(let wrapped)): try collect(wrapped, &merged)
        default: break
        }
    }
}
