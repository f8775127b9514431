extension StandardLibrary {
    static let formats: [String: [Overload]] = [
        "format": [
            Overload([.string, .list(.dyn)], .string, isMember: true) { (arguments, budget) throws(EvaluationError) in
                guard case .string(let format) = arguments[0], case .list(let list) = arguments[1]
                else { throw mismatch("format") }
                return .string(try formatted(format, list.elements, &budget))
            }
        ]
    ]

    /// Digits behind the point that `%f` and `%e` can be asked for.
    private static let maximumPrecision = 100

    private static func formatted(
        _ format: String, _ arguments: [Value], _ budget: inout Budget
    ) throws(EvaluationError) -> String {
        try budget.charge(bytes: format.utf8.count)
        var result = ""
        var arguments = arguments[...]
        var rest = format.unicodeScalars[...]
        while let next = rest.popFirst() {
            guard next == "%" else {
                result.unicodeScalars.append(next)
                continue
            }
            if rest.first == "%" {
                rest.removeFirst()
                result += "%"
                continue
            }
            let clause = try clause(&rest)
            guard let argument = arguments.popFirst() else {
                throw EvaluationError(.badArgument, "format() has fewer arguments than places for them")
            }
            try chargeParts(of: argument, &budget)
            guard let text = clause.text(of: argument) else {
                throw EvaluationError(
                    .badArgument, "'%\(clause.verb)' does not take \(argument.runtimeType.name)")
            }
            try budget.charge(bytes: text.utf8.count)
            result += text
        }
        return result
    }

    private static func clause(
        _ rest: inout Substring.UnicodeScalarView
    ) throws(EvaluationError) -> FormatClause {
        var precision: Int?
        if rest.first == "." {
            rest.removeFirst()
            let digits = rest.prefix { ("0"..."9").contains($0) }
            rest = rest[digits.endIndex...]
            precision = Int(String(digits))
            guard let precision, precision <= maximumPrecision else {
                throw EvaluationError(.badArgument, "the precision in a format must be 0 to \(maximumPrecision)")
            }
        }
        guard let verb = rest.popFirst(), let clause = FormatClause(verb: verb, precision: precision) else {
            throw EvaluationError(.badArgument, "a '%' in a format must be one of %s %d %f %e %x %X %b %o %%")
        }
        return clause
    }

    /// Pays for every member of a list or map in advance, however it is shared.
    private static func chargeParts(of value: Value, _ budget: inout Budget) throws(EvaluationError) {
        try budget.charge(1)
        switch value {
        case .list(let list):
            for element in list.elements { try chargeParts(of: element, &budget) }
        case .map(let map):
            for entry in map.entries { try chargeParts(of: entry.value, &budget) }
        case .string(let text): try budget.charge(bytes: text.utf8.count)
        case .bytes(let bytes): try budget.charge(bytes: bytes.count)
        default: break
        }
    }
}
