extension Evaluator {
    /// Everything unknown among the values and inside their lists, maps and optionals.
    mutating func unknown(in values: [Value]) throws(EvaluationError) -> Unknown? {
        var merged: Unknown?
        for value in values { try collect(value, &merged) }
        return merged
    }

    private mutating func collect(_ value: Value, _ merged: inout Unknown?) throws(EvaluationError) {
        switch value {
        case .unknown(let unknown): merged = Unknown.merge(merged, unknown)
        case .list(let list):
            try budget.charge(list.elements.count)
            merged = Unknown.merge(merged, list.unknownTail)
            for element in list.elements { try collect(element, &merged) }
        case .map(let map):
            try budget.charge(map.entries.count)
            merged = Unknown.merge(merged, map.unknownTail)
            for entry in map.entries { try collect(entry.value, &merged) }
        case .optional(.some(let wrapped)): try collect(wrapped, &merged)
        default: break
        }
    }
}
