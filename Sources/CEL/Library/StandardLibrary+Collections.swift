extension StandardLibrary {
    static let collections: [String: [Overload]] = [
        "size": [false, true].flatMap { isMember in
            [CELType.string, .bytes, .list(anyT), .map(anyK, anyV)].map { type in
                Overload([type], .int, isMember: isMember, isNonStrict: true, size)
            }
        },
        Operator.contains: [
            Overload([anyT, .list(anyT)], .bool, isNonStrict: true, contains),
            Overload([anyK, .map(anyK, anyV)], .bool, isNonStrict: true, contains),
        ],
    ]

    private static func size(_ arguments: [Value], _ budget: inout Budget) throws(EvaluationError) -> Value {
        switch arguments[0] {
        case .unknown(let unknown): return .unknown(unknown)
        case .string(let text):
            try budget.charge(bytes: text.utf8.count)
            return .int(Int64(text.unicodeScalars.count))
        case .bytes(let bytes): return .int(Int64(bytes.count))
        case .list(let list): return list.unknownTail.map(Value.unknown) ?? .int(Int64(list.elements.count))
        case .map(let map): return map.unknownTail.map(Value.unknown) ?? .int(Int64(map.entries.count))
        default: throw mismatch("size")
        }
    }

    private static func contains(
        _ arguments: [Value], _ budget: inout Budget
    ) throws(EvaluationError) -> Value {
        try isMember(arguments[0], of: arguments[1], &budget).value
    }

    private static func isMember(
        _ value: Value, of container: Value, _ budget: inout Budget
    ) throws(EvaluationError) -> Truth {
        switch container {
        case .unknown(let unknown): return .unknown(value.unknown.map(unknown.merging) ?? unknown)
        case .list(let list): return try isMember(value, of: list, &budget)
        case .map(let map):
            if map.entries.isEmpty, map.unknownTail == nil { return .known(false) }
            if case .unknown(let unknown) = value { return .unknown(unknown) }
            if map[value] != nil { return .known(true) }
            return map.unknownTail.map(Truth.unknown) ?? .known(false)
        default: throw mismatch("in")
        }
    }

    private static func isMember(
        _ value: Value, of list: ListValue, _ budget: inout Budget
    ) throws(EvaluationError) -> Truth {
        var unknown = list.unknownTail
        for element in list.elements {
            switch try Equality.compare(value, element, &budget) {
            case .known(true): return .known(true)
            case .known(false): continue
            case .unknown(let reason): unknown.merge(reason)
            }
        }
        return unknown.map(Truth.unknown) ?? .known(false)
    }
}
