extension StandardLibrary {
    static let optionals: [String: [Overload]] = [
        "optional.none": [
            Overload([], .optional(anyT), isNonStrict: true) { (_, _) throws(EvaluationError) in .optional(.none) }
        ],
        "optional.of": [
            Overload([anyT], .optional(anyT), isNonStrict: true) { (arguments, _) throws(EvaluationError) in
                if case .unknown(let unknown) = arguments[0], unknown.mayBeAbsent { return .unknown(unknown) }
                return .optional(.some(arguments[0]))
            }
        ],
        "optional.ofNonZeroValue": [
            Overload([anyT], .optional(anyT), isNonStrict: true) { (arguments, _) throws(EvaluationError) in
                switch isZero(arguments[0]) {
                case .unknown(let unknown): .unknown(unknown)
                case .known(true): .optional(.none)
                case .known(false): .optional(.some(arguments[0]))
                }
            }
        ],
        "hasValue": [
            member([], .bool) { (wrapped, _) in .bool(wrapped != nil) }
        ],
        "value": [
            member([], anyT) { (wrapped, _) throws(EvaluationError) in
                guard let wrapped else { throw EvaluationError(.badArgument, "value() of an optional that is none") }
                return wrapped
            }
        ],
        "orValue": [
            member([anyT], anyT) { (wrapped, others) in wrapped ?? others[0] }
        ],
        "or": [
            member([.optional(anyT)], .optional(anyT)) { (wrapped, others) in
                wrapped.map { .optional(.some($0)) } ?? others[0]
            }
        ],
    ]

    /// A member of optionals; an unknown optional makes the result unknown, an unknown inside one does not.
    private static func member(
        _ parameters: [CELType], _ result: CELType,
        _ implementation: @escaping @Sendable (Value?, [Value]) throws(EvaluationError) -> Value
    ) -> Overload {
        Overload(
            [.optional(anyT)] + parameters, result, isMember: true, isNonStrict: true
        ) { (arguments, _) throws(EvaluationError) in
            switch arguments[0] {
            case .unknown: arguments[0]
            case .optional(.none): try implementation(nil, Array(arguments.dropFirst()))
            case .optional(.some(let wrapped)): try implementation(wrapped, Array(arguments.dropFirst()))
            default: throw mismatch("an optional's function")
            }
        }
    }

    private static func isZero(_ value: Value) -> Truth {
        switch value {
        case .unknown(let unknown): .unknown(unknown)
        case .null: .known(true)
        case .bool(let flag): .known(!flag)
        case .int(let number): .known(number == 0)
        case .uint(let number): .known(number == 0)
        case .double(let number): .known(number == 0)
        case .string(let text): .known(text.isEmpty)
        case .bytes(let bytes): .known(bytes.isEmpty)
        case .list(let list):
            list.elements.isEmpty ? list.unknownTail.map(Truth.unknown) ?? .known(true) : .known(false)
        case .map(let map):
            map.entries.isEmpty ? map.unknownTail.map(Truth.unknown) ?? .known(true) : .known(false)
        case .optional(.none): .known(true)
        case .duration(let nanoseconds): .known(nanoseconds == 0)
        case .optional, .object, .type, .timestamp: .known(false)
        }
    }
}
