import Evaluation

/// Sets are lists without equal elements, in Terraform's order.
extension FunctionTable {
    static let sets: [(name: String, function: Function)] = [
        function("toset", 1...1) { (call) throws(ExpressionFailure) in
            if call[0].isAbsent { return call[0] }
            if case .list(let elements, []) = call[0].content, elements.contains(where: \.isPossiblyLeftOut) {
                return call[0]
            }
            guard let elements = try call.elements(at: 0), let unique = distinct(elements) else { return call.unknown() }
            return call.list(ordered(unique))
        },
        function("setunion", 1...many) { (call) throws(ExpressionFailure) in
            try combined(call) { all in Set(all.joined()) }
        },
        function("setintersection", 1...many) { (call) throws(ExpressionFailure) in
            try combined(call) { all in all.dropFirst().reduce(all.first ?? []) { $0.intersection($1) } }
        },
        function("setproduct", 2...many) { (call) throws(ExpressionFailure) in
            var products: [[Value]] = [[]]
            for index in 0..<call.count {
                guard let elements = try call.elements(at: index) else { return call.unknown() }
                // Each combination is a list of its own, one longer than before.
                let count = products.count.multipliedReportingOverflow(by: elements.count)
                let size = count.partialValue.multipliedReportingOverflow(by: index + 1)
                guard !count.overflow, !size.overflow, call.work.spend(size.partialValue, at: call.origin) else {
                    return call.exhausted
                }
                products = products.flatMap { product in elements.map { product + [$0] } }
            }
            return call.list(products.map { Value(.list($0, open: []), origin: call.origin) })
        },
        function("setsubtract", 2...2) { (call) throws(ExpressionFailure) in
            try combined(call) { all in all[0].subtracting(all[1]) }
        },
    ]

    private static func combined(
        _ call: FunctionArguments, _ body: ([Set<String>]) -> Set<String>
    ) throws(ExpressionFailure) -> Value {
        var sets: [Set<String>] = []
        var values: [String: Value] = [:]
        var lists: [[Value]] = []
        for index in 0..<call.count {
            guard let elements = try call.elements(at: index) else { return call.unknown() }
            lists.append(elements)
        }
        var all = try Value.unifiedElements(lists.flatMap { $0 })[...]
        for list in lists {
            var keys: Set<String> = []
            for element in all.prefix(list.count) {
                guard let key = element.settledKey else { return call.unknown() }
                keys.insert(key)
                values[key] = values[key] ?? element
            }
            sets.append(keys)
            all = all.dropFirst(list.count)
        }
        let kept = body(sets)
        return call.list(ordered(values.filter { kept.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)))
    }

    /// Numbers by size, texts by their bytes, the rest as it comes.
    static func ordered(_ elements: [Value]) -> [Value] {
        if elements.allSatisfy(\.isNumber) {
            return elements.sorted { left, right in
                guard let one = left.convertedNumber, let other = right.convertedNumber else { return false }
                return one.isLess(than: other) ?? false
            }
        }
        guard elements.allSatisfy({ $0.convertedText != nil }) else { return elements }
        return elements.sorted { ($0.convertedText ?? "").utf8.lexicographicallyPrecedes(($1.convertedText ?? "").utf8) }
    }
}
