extension StandardLibrary {
    static let ordering: [String: [Overload]] = [
        "_<_": comparison("<") { $0 == .less },
        "_<=_": comparison("<=") { $0 == .less || $0 == .equal },
        "_>_": comparison(">") { $0 == .greater },
        "_>=_": comparison(">=") { $0 == .greater || $0 == .equal },
    ]

    private static let orderedTypes: [CELType] = [
        .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration,
    ]

    private static func comparison(
        _ symbol: String, _ holds: @escaping @Sendable (Ordering) -> Bool
    ) -> [Overload] {
        let implementation: Overload.MeteredImplementation = { (arguments, budget) throws(EvaluationError) in
            guard let order = Ordering.compare(arguments[0], arguments[1]) else { throw mismatch(symbol) }
            if case .string(let text) = arguments[0] { try budget.charge(bytes: text.utf8.count) }
            return .bool(holds(order))
        }
        let same = orderedTypes.map { Overload([$0, $0], .bool, implementation) }
        let numbers = orderedTypes.filter(\.isNumeric)
        let mixed = numbers.flatMap { left in
            numbers.filter { $0 != left }.map { right in
                Overload([left, right], .bool, isDynamicOnly: true, implementation)
            }
        }
        return same + mixed
    }
}
