extension StandardLibrary {
    static let operators: [String: [Overload]] = [
        "_+_": [
            arithmetic(.int, Arithmetic.add), arithmetic(.uint, Arithmetic.add), arithmetic(.double, Arithmetic.add),
            Overload([.string, .string], .string) { (arguments, budget) throws(EvaluationError) in
                guard case .string(let left) = arguments[0], case .string(let right) = arguments[1]
                else { throw mismatch("+") }
                try budget.charge(bytes: left.utf8.count + right.utf8.count)
                return .string(left + right)
            },
            Overload([.bytes, .bytes], .bytes) { (arguments, budget) throws(EvaluationError) in
                guard case .bytes(let left) = arguments[0], case .bytes(let right) = arguments[1]
                else { throw mismatch("+") }
                try budget.charge(bytes: left.count + right.count)
                return .bytes(left + right)
            },
            Overload([.list(anyT), .list(anyT)], .list(anyT), isNonStrict: true, concatenate),
        ] + timeAdditions,
        "_-_": [
            arithmetic(.int, Arithmetic.subtract), arithmetic(.uint, Arithmetic.subtract),
            arithmetic(.double, Arithmetic.subtract),
        ] + timeSubtractions,
        "_*_": [
            arithmetic(.int, Arithmetic.multiply), arithmetic(.uint, Arithmetic.multiply),
            arithmetic(.double, Arithmetic.multiply),
        ],
        "_/_": [
            arithmetic(.int, Arithmetic.divide), arithmetic(.uint, Arithmetic.divide),
            arithmetic(.double, Arithmetic.divide),
        ],
        "_%_": [arithmetic(.int, Arithmetic.remainder), arithmetic(.uint, Arithmetic.remainder)],
        Operator.negate: [
            Overload([.int], .int) { (arguments, _) throws(EvaluationError) in
                try Arithmetic.subtract(.int(0), arguments[0])
            },
            Overload([.double], .double) { (arguments, _) throws(EvaluationError) in
                guard case .double(let number) = arguments[0] else { throw mismatch("-") }
                return .double(-number)
            },
        ],
        Operator.not: [
            Overload([.bool], .bool) { (arguments, _) throws(EvaluationError) in
                guard case .bool(let flag) = arguments[0] else { throw mismatch("!") }
                return .bool(!flag)
            }
        ],
        Operator.equal: [
            Overload([anyT, anyT], .bool, isNonStrict: true) { (arguments, budget) throws(EvaluationError) in
                try Equality.compare(arguments[0], arguments[1], &budget).value
            }
        ],
        Operator.notEqual: [
            Overload([anyT, anyT], .bool, isNonStrict: true) { (arguments, budget) throws(EvaluationError) in
                try Equality.compare(arguments[0], arguments[1], &budget).negated.value
            }
        ],
    ]

    private static func arithmetic(
        _ type: CELType, _ operation: @escaping @Sendable (Value, Value) throws(EvaluationError) -> Value
    ) -> Overload {
        Overload([type, type], type) { (arguments, _) throws(EvaluationError) in
            try operation(arguments[0], arguments[1])
        }
    }

    private static func concatenate(
        _ arguments: [Value], _ budget: inout Budget
    ) throws(EvaluationError) -> Value {
        switch (arguments[0], arguments[1]) {
        case (.unknown(let left), .unknown(let right)): return .unknown(left.merging(right))
        case (.unknown(let unknown), _): return .unknown(unknown)
        case (.list(let left), .unknown(let unknown)):
            var list = left
            list.open(unknown)
            return .list(list)
        case (.list(let left), .list(let right)):
            try budget.charge(left.elements.count + right.elements.count)
            // Behind an open end no place is known, so neither are the members that follow.
            guard left.unknownTail == nil else { return .list(left) }
            return .list(ListValue(elements: left.elements + right.elements, unknownTail: right.unknownTail))
        default: throw mismatch("+")
        }
    }
}
