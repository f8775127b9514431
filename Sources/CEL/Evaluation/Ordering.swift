/// How two values of an ordered type stand to each other.
enum Ordering {
    case less, equal, greater
    /// One of them is not a number.
    case unordered

    /// `nil` when the values have no common order.
    static func compare(_ left: Value, _ right: Value) -> Ordering? {
        switch (left, right) {
        case (.bool(let first), .bool(let second)): compare(first ? 1 : 0, second ? 1 : 0)
        case (.string(let first), .string(let second)): compareSequences(first.utf8, second.utf8)
        case (.bytes(let first), .bytes(let second)): compareSequences(first, second)
        case (.timestamp(let first), .timestamp(let second)): compare(first, second)
        case (.duration(let first), .duration(let second)): compare(first, second)
        default: compareNumbers(left, right)
        }
    }

    /// The order of two numbers of any types; `nil` when one is no number. Against a double an integer
    /// counts as the nearest double, as the language defines it.
    static func compareNumbers(_ left: Value, _ right: Value) -> Ordering? {
        switch (left, right) {
        case (.int(let first), .int(let second)): compare(first, second)
        case (.uint(let first), .uint(let second)): compare(first, second)
        case (.double(let first), .double(let second)): compareDoubles(first, second)
        case (.int(let first), .uint(let second)): first < 0 ? .less : compare(first.magnitude, second)
        case (.uint(let first), .int(let second)): second < 0 ? .greater : compare(first, second.magnitude)
        case (.int(let first), .double(let second)): compareDoubles(Double(first), second)
        case (.double(let first), .int(let second)): compareDoubles(first, Double(second))
        case (.uint(let first), .double(let second)): compareDoubles(Double(first), second)
        case (.double(let first), .uint(let second)): compareDoubles(first, Double(second))
        default: nil
        }
    }

    private static func compareDoubles(_ left: Double, _ right: Double) -> Ordering {
        left.isNaN || right.isNaN ? .unordered : compare(left, right)
    }

    private static func compare<Number: Comparable>(_ left: Number, _ right: Number) -> Ordering {
        left < right ? .less : (left == right ? .equal : .greater)
    }

    private static func compareSequences(
        _ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>
    ) -> Ordering {
        if left.elementsEqual(right) { return .equal }
        return left.lexicographicallyPrecedes(right) ? .less : .greater
    }
}
