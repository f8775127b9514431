extension StandardLibrary {
    static let strings: [String: [Overload]] = [
        "contains": [
            predicate("contains", partial: { $0.contains($1) }) { text, part in
                TextSearch.firstIndex(of: Array(part.utf8), in: Array(text.utf8)) != nil
            }
        ],
        "startsWith": [predicate("startsWith", partial: { $0.startsWith($1) }) { $0.utf8.starts(with: $1.utf8) }],
        "endsWith": [
            predicate("endsWith", partial: { $0.endsWith($1) }) { $0.utf8.reversed().starts(with: $1.utf8.reversed()) }
        ],
        "lowerAscii": [transformation { text in mapASCII(text, from: 0x41...0x5A) { $0 + 0x20 } }],
        "upperAscii": [transformation { text in mapASCII(text, from: 0x61...0x7A) { $0 - 0x20 } }],
        "trim": [transformation(trimmed)],
        "reverse": [transformation { String(String.UnicodeScalarView($0.unicodeScalars.reversed())) }],
        "split": [
            member([.string], .list(.string)) { (text, arguments, budget) throws(EvaluationError) in
                try split(text, arguments, limit: .max, &budget)
            },
            member([.string, .int], .list(.string)) { (text, arguments, budget) throws(EvaluationError) in
                try split(text, arguments, limit: limit(arguments[1]), &budget)
            },
        ],
        "replace": [
            member([.string, .string], .string) { (text, arguments, budget) throws(EvaluationError) in
                try replace(text, arguments, limit: .max, &budget)
            },
            member([.string, .string, .int], .string) { (text, arguments, budget) throws(EvaluationError) in
                try replace(text, arguments, limit: limit(arguments[2]), &budget)
            },
        ],
        "join": [
            Overload([.list(.string)], .string, isMember: true) { (arguments, budget) throws(EvaluationError) in
                try join(arguments[0], separator: "", &budget)
            },
            Overload([.list(.string), .string], .string, isMember: true) {
                (arguments, budget) throws(EvaluationError) in
                guard case .string(let separator) = arguments[1] else { throw mismatch("join") }
                return try join(arguments[0], separator: separator, &budget)
            },
        ],
        "substring": [
            member([.int], .string) { (text, arguments, budget) throws(EvaluationError) in
                let scalars = Array(text.unicodeScalars)
                return try substring(scalars, from: arguments[0], to: .int(Int64(scalars.count)))
            },
            member([.int, .int], .string) { (text, arguments, budget) throws(EvaluationError) in
                try substring(Array(text.unicodeScalars), from: arguments[0], to: arguments[1])
            },
        ],
        "charAt": [
            member([.int], .string) { (text, arguments, budget) throws(EvaluationError) in
                let scalars = Array(text.unicodeScalars)
                let index = try position(arguments[0], in: scalars)
                return .string(index < scalars.count ? String(scalars[index]) : "")
            }
        ],
        "strings.quote": [
            Overload([.string], .string) { (arguments, budget) throws(EvaluationError) in
                guard case .string(let text) = arguments[0] else { throw mismatch("strings.quote") }
                try budget.charge(bytes: text.utf8.count)
                return .string(quoted(text))
            }
        ],
        "indexOf": search(firstIndex, startsAtEnd: false),
        "lastIndexOf": search(lastIndex, startsAtEnd: true),
    ]

    /// A member of strings that pays for the texts that it reads and makes.
    private static func member(
        _ parameters: [CELType], _ result: CELType, partial: Overload.PartialImplementation? = nil,
        _ implementation: @escaping @Sendable (String, [Value], inout Budget) throws(EvaluationError) -> Value
    ) -> Overload {
        Overload([.string] + parameters, result, isMember: true, partial: partial) {
            (arguments, budget) throws(EvaluationError) in
            guard case .string(let text) = arguments[0] else { throw mismatch("a string's function") }
            let others = Array(arguments.dropFirst())
            try budget.charge(bytes: text.utf8.count)
            for case .string(let other) in others { try budget.charge(bytes: other.utf8.count) }
            return try implementation(text, others, &budget)
        }
    }

    private static func predicate(
        _ name: String, partial: @escaping @Sendable (PartialText, String) -> Bool?,
        _ holds: @escaping @Sendable (String, String) -> Bool
    ) -> Overload {
        let decide: Overload.PartialImplementation = { (text, arguments, budget) throws(EvaluationError) in
            guard case .string(let part)? = arguments.first else { return nil }
            try budget.charge(bytes: part.utf8.count)
            return partial(text, part)
        }
        return member([.string], .bool, partial: decide) { (text, arguments, budget) throws(EvaluationError) in
            guard case .string(let part) = arguments[0] else { throw mismatch(name) }
            return .bool(holds(text, part))
        }
    }

    private static func transformation(_ transform: @escaping @Sendable (String) -> String) -> Overload {
        member([], .string) { (text, _, _) in .string(transform(text)) }
    }

    private static func search(
        _ find: @escaping @Sendable ([Unicode.Scalar], [Unicode.Scalar], Int) -> Int?, startsAtEnd: Bool
    ) -> [Overload] {
        let implementation: @Sendable (String, [Value], inout Budget) throws(EvaluationError) -> Value = {
            (text, arguments, _) throws(EvaluationError) in
            guard case .string(let part) = arguments[0] else { throw mismatch("indexOf") }
            let scalars = Array(text.unicodeScalars)
            let start =
                arguments.count > 1
                ? try position(arguments[1], in: scalars) : (startsAtEnd ? scalars.count : 0)
            return .int(Int64(find(Array(part.unicodeScalars), scalars, start) ?? -1))
        }
        return [member([.string], .int, implementation), member([.string, .int], .int, implementation)]
    }
}
