/// Equality across numeric types that never drops an unknown part.
enum Equality {
    static func compare(_ left: Value, _ right: Value, _ budget: inout Budget) throws(EvaluationError) -> Truth {
        try budget.charge(1)
        switch (left, right) {
        case (.unknown(let first), .unknown(let second)):
            if let text = first.text, let other = second.text, !text.mayBe(other) { return .known(false) }
            return .unknown(first.merging(second))
        case (.unknown(let unknown), let other), (let other, .unknown(let unknown)):
            return try compare(unknown, other, &budget)
        case (.list(let first), .list(let second)): return try compare(first, second, &budget)
        case (.map(let first), .map(let second)): return try compare(first, second, &budget)
        case (.object(let first), .object(let second)): return compare(first, second)
        case (.optional(.some(let first)), .optional(.some(let second))):
            return try compare(first, second, &budget)
        case (.optional(.none), .optional(.none)), (.null, .null): return .known(true)
        case (.bool(let first), .bool(let second)): return .known(first == second)
        case (.string(let first), .string(let second)):
            try budget.charge(bytes: min(first.utf8.count, second.utf8.count))
            return .known(first.utf8.elementsEqual(second.utf8))
        case (.bytes(let first), .bytes(let second)):
            try budget.charge(bytes: min(first.count, second.count))
            return .known(first == second)
        case (.timestamp(let first), .timestamp(let second)): return .known(first == second)
        case (.duration(let first), .duration(let second)): return .known(first == second)
        case (.type(let first), .type(let second)): return .known(first.name == second.name)
        default: return .known(Ordering.compareNumbers(left, right) == .equal)
        }
    }

    /// A text whose known parts are not those of the other differs from it, whatever the rest is.
    private static func compare(
        _ unknown: Unknown, _ other: Value, _ budget: inout Budget
    ) throws(EvaluationError) -> Truth {
        if let text = unknown.text, case .string(let string) = other {
            try budget.charge(bytes: text.byteCount + string.utf8.count)
            if !text.mayBe(string) { return .known(false) }
        }
        return .unknown(unknown.ofResult)
    }

    private static func compare(
        _ left: ListValue, _ right: ListValue, _ budget: inout Budget
    ) throws(EvaluationError) -> Truth {
        if left.unknownTail == nil, left.elements.count < right.elements.count { return .known(false) }
        if right.unknownTail == nil, right.elements.count < left.elements.count { return .known(false) }
        var unknown = left.unknownTail
        unknown.merge(right.unknownTail)
        for (first, second) in zip(left.elements, right.elements) {
            switch try compare(first, second, &budget) {
            case .known(true): continue
            case .known(false): return .known(false)
            case .unknown(let reason): unknown.merge(reason)
            }
        }
        return unknown.map(Truth.unknown) ?? .known(true)
    }

    private static func compare(
        _ left: MapValue, _ right: MapValue, _ budget: inout Budget
    ) throws(EvaluationError) -> Truth {
        var unknown = left.unknownTail
        unknown.merge(right.unknownTail)
        for entry in left.entries {
            guard let other = right[entry.key] else {
                if right.unknownTail == nil { return .known(false) }
                continue
            }
            switch try compare(entry.value, other, &budget) {
            case .known(true): continue
            case .known(false): return .known(false)
            case .unknown(let reason): unknown.merge(reason)
            }
        }
        if left.unknownTail == nil, right.entries.contains(where: { left[$0.key] == nil }) {
            return .known(false)
        }
        return unknown.map(Truth.unknown) ?? .known(true)
    }

    private static func compare(_ left: any StructObject, _ right: any StructObject) -> Truth {
        guard left.typeName == right.typeName else { return .known(false) }
        guard let isEqual = left.isEqual(to: right) else {
            return .unknown(Unknown("whether \(left.description) is \(right.description) is not known"))
        }
        return .known(isEqual)
    }
}
