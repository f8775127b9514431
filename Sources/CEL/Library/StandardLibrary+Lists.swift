extension StandardLibrary {
    /// The part of cel-go's list extension that rules need: `flatten` of one level.
    static let lists: [String: [Overload]] = [
        "flatten": [Overload([.list(.list(anyT))], .list(anyT), isMember: true, isNonStrict: true, flatten)]
    ]

    /// The members of the lists in a list. What is not known among them may be any number of further members behind the
    /// known ones, whose order is then not promised.
    private static func flatten(
        _ arguments: [Value], _ budget: inout Budget
    ) throws(EvaluationError) -> Value {
        if case .unknown(let unknown) = arguments[0] { return .unknown(unknown) }
        guard case .list(let outer) = arguments[0] else { throw mismatch("flatten") }
        var flat = ListValue(elements: [], unknownTail: outer.unknownTail)
        for member in outer.elements {
            switch member {
            case .list(let inner):
                try budget.charge(inner.elements.count)
                flat.elements += inner.elements
                merge(inner.unknownTail, into: &flat.unknownTail)
            case .unknown(let unknown): merge(unknown, into: &flat.unknownTail)
            default: throw mismatch("flatten")
            }
        }
        return .list(flat)
    }

    private static func merge(_ unknown: Unknown?, into tail: inout Unknown?) {
        guard let unknown else { return }
        tail = tail.map(unknown.merging) ?? unknown
    }
}
