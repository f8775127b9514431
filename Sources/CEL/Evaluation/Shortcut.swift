/// An operator that rules use everywhere, worked out for plain operands without the way through overloads.
///
/// It gives what the overload gives, and `nil` where that one must decide: other types, unknowns, results that do not fit.
enum Shortcut: Sendable {
    case not, size
    case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual, add, subtract, multiply

    private static let names: [String: Shortcut] = [
        Operator.not: .not, "size": .size, "_<_": .less, "_<=_": .lessOrEqual, "_>_": .greater, "_>=_": .greaterOrEqual,
        Operator.equal: .equal, Operator.notEqual: .notEqual, "_+_": .add, "_-_": .subtract, "_*_": .multiply,
    ]

    init?(_ name: String) {
        guard let known = Self.names[name] else { return nil }
        self = known
    }

    func value(_ operand: Value) -> Value? {
        switch (self, operand) {
        case (.not, .bool(let flag)): return .bool(!flag)
        case (.size, .list(let list)): return list.unknownTail == nil ? .int(Int64(list.elements.count)) : nil
        default: return nil
        }
    }

    /// - Throws: when the budget does not suffice for a comparison, as the overload would.
    func value(_ left: Value, _ right: Value, _ budget: inout Budget) throws(EvaluationError) -> Value? {
        switch (left, right) {
        case (.int(let first), .int(let second)): return try value(first, second, &budget)
        case (.double(let first), .double(let second)): return ordered(first, second)
        case (.bool(let first), .bool(let second)):
            guard isEquality else { return nil }
            try budget.charge(1)
            return .bool((first == second) == (self == .equal))
        case (.string, .string):
            guard isEquality else { return nil }
            let isEqual = try Equality.compare(left, right, &budget)
            return (self == .equal ? isEqual : isEqual.negated).value
        default: return nil
        }
    }

    private var isEquality: Bool { self == .equal || self == .notEqual }

    private func value(_ left: Int64, _ right: Int64, _ budget: inout Budget) throws(EvaluationError) -> Value? {
        switch self {
        case .equal, .notEqual:
            try budget.charge(1)
            return .bool((left == right) == (self == .equal))
        case .add: return Self.fitting(left.addingReportingOverflow(right))
        case .subtract: return Self.fitting(left.subtractingReportingOverflow(right))
        case .multiply: return Self.fitting(left.multipliedReportingOverflow(by: right))
        default: return ordered(left, right)
        }
    }

    /// The four orders; false for each with a double that is no number, as the language has it.
    private func ordered<Number: Comparable>(_ left: Number, _ right: Number) -> Value? {
        switch self {
        case .less: .bool(left < right)
        case .lessOrEqual: .bool(left <= right)
        case .greater: .bool(left > right)
        case .greaterOrEqual: .bool(left >= right)
        default: nil
        }
    }

    private static func fitting(_ result: (partialValue: Int64, overflow: Bool)) -> Value? {
        result.overflow ? nil : .int(result.partialValue)
    }
}
