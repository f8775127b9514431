extension StandardLibrary {
    /// `sum`, `max` and `min` of a list.
    static let aggregates: [String: [Overload]] = [
        "sum": [sum(.int, zero: .int(0)), sum(.double, zero: .double(0)), sum(.uint, zero: .uint(0))],
        "max": extremum("max", keeps: .greater),
        "min": extremum("min", keeps: .less),
    ]

    private static func sum(_ type: CELType, zero: Value) -> Overload {
        Overload([.list(type)], type) { (arguments, budget) throws(EvaluationError) in
            guard case .list(let list) = arguments[0] else { throw mismatch("sum") }
            try budget.charge(list.elements.count)
            var total = zero
            for element in list.elements { total = try Arithmetic.add(total, element) }
            return total
        }
    }

    private static func extremum(_ name: String, keeps order: Ordering) -> [Overload] {
        [CELType.int, .double, .uint, .string].map { type in
            Overload([.list(type)], type) { (arguments, budget) throws(EvaluationError) in
                guard case .list(let list) = arguments[0] else { throw mismatch(name) }
                return try extremum(of: list.elements, name, keeps: order, &budget)
            }
        }
    }

    /// The first of the members that no other one exceeds.
    static func extremum(
        of members: [Value], _ name: String, keeps order: Ordering, _ budget: inout Budget
    ) throws(EvaluationError) -> Value {
        guard var best = members.first else {
            throw EvaluationError(.badArgument, "\(name)() of an empty list does not exist")
        }
        try budget.charge(members.count)
        for member in members.dropFirst() {
            guard let found = Ordering.compare(member, best) else { throw mismatch(name) }
            if found == order { best = member }
        }
        return best
    }
}
