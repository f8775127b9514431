import CEL

/// The variables of the random expressions, some leaves unknown or replaced.
struct World {
    enum Content {
        case unknown
        case substitute(Value?)
    }

    let contents: [Leaf: Content]

    static let environment = Environment(
        variables: [
            "a": .int, "d": .int, "b": .bool, "c": .bool, "s": .string, "numbers": .list(.int),
            "m": .map(.string, .int), "q": .structure("queue"),
        ],
        structures: [
            StructDeclaration(
                name: "queue",
                fields: [
                    FieldDeclaration(name: "max", type: .int), FieldDeclaration(name: "name", type: .string),
                    FieldDeclaration(name: "limit", type: .int, isOptional: true),
                ])
        ])

    var variables: [String: Value] {
        [
            "a": value(.a) ?? .int(2), "d": value(.d) ?? .int(0), "b": value(.b) ?? .bool(true),
            "c": value(.c) ?? .bool(false), "s": value(.text) ?? .string("x"),
            "numbers": value(.numbers) ?? .list(numbers), "m": value(.map) ?? .map(map),
            "q": value(.queue) ?? .object(queue),
        ]
    }

    private func value(_ leaf: Leaf) -> Value? {
        switch contents[leaf] {
        case .unknown: .unknown(Unknown("\(leaf)", mayBeAbsent: leaf == .maybeLimit))
        case .substitute(let value): value
        case nil: nil
        }
    }

    private var numbers: ListValue {
        var list = ListValue(elements: [value(.firstNumber) ?? .int(1), value(.secondNumber) ?? .int(3)])
        switch value(.numbersTail) {
        case .unknown(let unknown): list.unknownTail = unknown
        case .list(let more): list.elements += more.elements
        default: break
        }
        return list
    }

    private var map: MapValue {
        var map = MapValue()
        map.insert(.string("x"), value(.mapMember) ?? .int(1))
        switch value(.mapTail) {
        case .unknown(let unknown): map.unknownTail = unknown
        case .map(let more): more.entries.forEach { map.insert($0.key, $0.value) }
        default: break
        }
        return map
    }

    private var queue: Sample {
        var fields: [String: Value] = ["max": value(.max) ?? .int(4), "name": value(.name) ?? .string("jobs")]
        if contents[.maybeLimit] != nil {
            fields["limit"] = value(.maybeLimit)
        } else {
            fields["limit"] = value(.limit) ?? .int(3)
        }
        return Sample("queue", values: fields)
    }
}
