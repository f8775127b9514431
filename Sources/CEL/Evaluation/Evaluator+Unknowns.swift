extension Evaluator {
    /// Everything unknown among the values and inside their lists, maps and optionals.
    mutating func unknown(in values: [Value]) throws(EvaluationError) -> Unknown? {
        var merged: Unknown?
        for value in values { try collect(value, &merged) }
        return merged
    }

    private mutating func collect(_ value: Value, _ merged: inout Unknown?) throws(EvaluationError) {
        switch value {
        case .unknown(let unknown): merged.merge(unknown)
        case .list(let list):
            try budget.charge(list.elements.count)
            merged.merge(list.unknownTail)
            for element in list.elements { try collect(element, &merged) }
        case .map(let map):
            try budget.charge(map.entries.count)
            merged.merge(map.unknownTail)
            for entry in map.entries { try collect(entry.value, &merged) }
        case .optional(.some(let wrapped)): try collect(wrapped, &merged)
        default: break
        }
    }
}
